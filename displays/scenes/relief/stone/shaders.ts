/**
 * The stone in WebGL2. Every texture has its first row at the top of the wall; `at` is a place on the wall in px,
 * y down. Noise is an integer hash of the place, so that every GPU grows the same grain.
 */
export const vertexShader = `#version 300 es
in vec2 corner;
void main() { gl_Position = vec4(corner, 0., 1.); }`;

const common = `#version 300 es
precision highp float; precision highp int; precision highp sampler2D;
uniform vec2 region;      // first px of the textures on the wall
uniform vec2 regionSize;  // their size in px of the wall
uniform vec2 viewStart;   // first px of the target on the wall
uniform float viewScale;  // px of the wall per px of the target
uniform float flipHeight; // height of the target when its first row is the lowest, else 0
out vec4 colour;
vec2 wallAt() { vec2 f = gl_FragCoord.xy; if (flipHeight > 0.) f.y = flipHeight - f.y; return viewStart + f * viewScale; }
vec2 uvOf(vec2 at) { return (at - region) / regionSize; }
float hash(vec2 p) { uvec2 q = uvec2(ivec2(floor(p)) + ivec2(32768)); uint n = q.x * 1597334677u ^ q.y * 3812015801u; n = (n ^ (n >> 15)) * 2246822519u; n ^= n >> 13; n *= 3266489917u; n ^= n >> 16; return float(n) / 4294967295.; }
float noise(vec2 p) { vec2 i = floor(p), f = fract(p); f = f * f * (3. - 2. * f); return mix(mix(hash(i), hash(i + vec2(1, 0)), f.x), mix(hash(i + vec2(0, 1)), hash(i + vec2(1, 1)), f.x), f.y); }
float fbm(vec2 p, int n) { float a = .5, s = 0.; for (int i = 0; i < n; i++) { s += a * noise(p); p = mat2(1.6, 1.2, -1.2, 1.6) * p + 7.3; a *= .5; } return s; }
`;

/** Once: grain, chisel marks, pits and worn edges are added to the carved height. Height into red. */
export const roughen = `${common}
uniform sampler2D field, masks;
float carved(vec2 at) { return texture(field, uvOf(at)).r; }
void main() {
  vec2 at = wallAt();
  vec2 wobble = (vec2(noise(at * .11), noise(at * .11 + 40.)) - .5) * 1.1 + (vec2(noise(at * .35), noise(at * .35 + 90.)) - .5) * .35;
  vec2 p = at + wobble;
  float here = carved(p);
  float near = .25 * (carved(p + vec2(1, 0)) + carved(p - vec2(1, 0)) + carved(p + vec2(0, 1)) + carved(p - vec2(0, 1)));
  float far = .25 * (carved(at + vec2(2, 0)) + carved(at - vec2(2, 0)) + carved(at + vec2(0, 2)) + carved(at - vec2(0, 2)));
  float height = mix(here, near, .5) + clamp(far - here, -3., 1.) * .35 * smoothstep(.35, .75, fbm(at * .03, 3));
  vec3 mask = texture(masks, uvOf(at)).rgb;
  float gold = mask.r, finish = mask.g;
  float heading = .9 + 1.2 * (fbm(at * .0025, 2) - .5);
  vec2 c = mat2(cos(heading), -sin(heading), sin(heading), cos(heading)) * at;
  float furrow = noise(vec2(c.x * .035 + noise(c * .02) * 1.5, c.y * .19)), thin = noise(vec2(c.x * .06, c.y * .42) + 31.);
  float pecks = noise(at * .17 + 3.) * .55 + noise(at * .37 + 17.) * .45;
  float chisel = (furrow - .5) * .8 + (thin - .5) * .18 - smoothstep(.5, .85, pecks) * 1.35 + (noise(at * .045) - .5) * 1.5;
  float grain = (fbm(at * .55, 3) - .5) * 1.15, fine = (hash(at) - .5) * .22, swell = (fbm(at * .012, 3) - .5) * 5.;
  float pit = smoothstep(.8, .93, noise(at * .16 + 11.) * .65 + noise(at * .45) * .35);
  float rough = mix(1., .2, finish) * mix(1., .25, gold);
  height += chisel * rough * .8 + grain * mix(1., .5, finish) * mix(1., .35, gold) + fine + swell * mix(1., .25, finish) - pit * 2.2 * mix(1., .5, finish) * (1. - gold);
  colour = vec4(height, 0., 0., 1.);
}`;

/** Once, at half size: how much of the sky a hollow sees. Twelve directions, seven growing steps. */
export const occlude = `${common}
uniform sampler2D rough;
void main() {
  vec2 at = wallAt(); float h = texture(rough, uvOf(at)).r, closed = 0., turn = hash(gl_FragCoord.xy) * 6.2831 / 12.;
  for (int i = 0; i < 12; i++) {
    float a = turn + 6.2831 * float(i) / 12.; vec2 d = vec2(cos(a), sin(a)); float horizon = 0., s = 2.;
    for (int j = 0; j < 7; j++) { horizon = max(horizon, ((texture(rough, uvOf(at + d * s)).r - h) / s - .1) * (1. - float(j) * .1)); s *= 1.75; }
    closed += horizon * inversesqrt(1. + horizon * horizon);
  }
  colour = vec4(1. - .92 * closed / 12., 0., 0., 1.);
}`;

/** Once: a Gaussian of nine taps along \`along\`, px of the wall. */
export const blur = `${common}
uniform sampler2D source; uniform vec2 along;
void main() {
  vec2 at = wallAt(); vec4 s = vec4(0.); float w = 0.;
  for (int i = -4; i <= 4; i++) { float k = exp(-float(i * i) / 8.); s += k * texture(source, uvOf(at + along * float(i))); w += k; }
  colour = s / w;
}`;

/** Once: height, its slope, and open sky: what the light reads of the shape. */
export const slope = `${common}
uniform sampler2D rough, open;
float H(vec2 at) { return texture(rough, uvOf(at)).r; }
void main() {
  vec2 at = wallAt();
  colour = vec4(H(at), (H(at + vec2(1, 0)) - H(at - vec2(1, 0))) * .5, (H(at + vec2(0, 1)) - H(at - vec2(0, 1))) * .5, texture(open, uvOf(at)).r);
}`;

/** Once: the colour of the stone; worn leaf in alpha. */
export const paint = `${common}
uniform sampler2D masks, open;
void main() {
  vec2 at = wallAt(); vec3 mask = texture(masks, uvOf(at)).rgb; float sees = texture(open, uvOf(at)).r;
  float gold = mask.r, finish = mask.g, tint = (mask.b - .502) * 2.;
  float strata = fbm(vec2(at.x * .0016, at.y * .009) + fbm(at * .004, 2) * 1.4, 4), mottle = fbm(at * .02, 3), speck = hash(at * .9);
  vec3 stone = mix(vec3(.52, .43, .335), vec3(.69, .6, .485), smoothstep(.25, .75, strata));
  stone *= (.86 + .28 * mottle) * (.965 + .07 * speck);
  stone = mix(stone * .8, stone * 1.07, finish);
  stone = mix(stone, stone * vec3(.52, .4, .33), clamp(tint, 0., 1.));
  stone = mix(stone, stone * 1.35, clamp(-tint, 0., 1.));
  stone *= mix(vec3(.62, .5, .42), vec3(1), smoothstep(.35, .9, sees));
  float leaf = gold * smoothstep(.3, .52, fbm(at * .035, 3) + .28 * smoothstep(.4, .95, sees));
  colour = vec4(clamp(stone, 0., 1.), leaf);
}`;

const lamps = `
uniform vec3 lampAt[3]; uniform vec4 lampColour[3]; uniform float lampRadius[3]; uniform vec2 lampTarget[3];
uniform vec4 rise; // inside, outside, from x, until x
float risen(float x) { float m = smoothstep(rise.z - 120., rise.z + 120., x) * (1. - smoothstep(rise.w - 120., rise.w + 120., x)); return mix(rise.y, rise.x, m); }
`;

/** Each frame: how much of the key (red) and of the counter light (green) arrives, marched over the height field. */
export const shadow = (steps: { readonly key: number; readonly counter: number }): string => `${common}${lamps}
uniform sampler2D shape;
const float highest = 150.;
float arrives(int lamp, int steps, vec2 at, float h, float start, float growth) {
  if (lampColour[lamp].a <= 0.) return 0.;
  vec3 d = lampAt[lamp] - vec3(at, h); vec2 dir = normalize(d.xy); float climb = d.z / max(1., length(d.xy));
  float most = 0., t = 1.2 + start * .6;
  for (int k = 0; k < steps; k++) {
    if (h + t * climb > highest) break;
    vec2 p = at + dir * t;
    most = max(most, (textureLod(shape, uvOf(p), 0.).r * risen(p.x) - (h + .25) - t * climb) / (1. + t * .1));
    t = t * growth + 1.1 + .05 * start;
  }
  return 1. - smoothstep(0., 1.9, most);
}
void main() {
  vec2 at = wallAt(); float h = texture(shape, uvOf(at)).r * risen(at.x), jitter = hash(gl_FragCoord.xy + 17.);
  colour = vec4(arrives(0, ${steps.key}, at, h, jitter, ${growth(steps.key)}), arrives(1, ${steps.counter}, at, h, jitter, ${growth(steps.counter)}), 0., 1.);
}`;

/** Steps grow so that any number of them reaches about 260 px. */
function growth(steps: number): string {
  let [low, high] = [1, 1.6];
  const reach = (factor: number): number => {
    let t = 1.2;
    for (let k = 0; k < steps; k++) t = t * factor + 1.1;
    return t;
  };
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (reach(middle) < 260) low = middle;
    else high = middle;
  }
  return low.toFixed(4);
}

/** Each frame: the lit stone, tone-mapped. */
export const light = `${common}${lamps}
uniform sampler2D shape, stone, glow, masks, shadows;
uniform float sky, wash, goldGlow, wallWidth, wallHeight, shadowTexel;
vec3 film(vec3 x) { x *= .86; return clamp((x * (2.43 * x + .035)) / (x * (2.36 * x + .62) + .13), 0., 1.); }
vec2 shade(vec2 at) {
  float a = hash(gl_FragCoord.xy) * 6.2831; vec2 r = vec2(cos(a), sin(a)) * shadowTexel * .8, q = vec2(-r.y, r.x);
  return .25 * (texture(shadows, uvOf(at + r)).rg + texture(shadows, uvOf(at - r)).rg + texture(shadows, uvOf(at + q)).rg + texture(shadows, uvOf(at - q)).rg);
}
void main() {
  vec2 at = wallAt(); float g = risen(at.x);
  vec4 s = texture(shape, uvOf(at)), alb = texture(stone, uvOf(at)); float finish = texture(masks, uvOf(at)).g;
  float h = s.r * g, sees = pow(s.a, .75 + .35 * g), leaf = alb.a; vec3 n = normalize(vec3(-s.g * g, -s.b * g, 1.));
  vec3 gilt = vec3(1., .7, .27), sum = vec3(0.); vec2 lit = shade(at);
  for (int i = 0; i < 3; i++) {
    if (lampColour[i].a <= 0.) continue;
    vec3 l = normalize(lampAt[i] - vec3(at, h));
    float facing = max(0., dot(n, l)), wrapped = max(0., (dot(n, l) + .12) / 1.12), shine = max(0., dot(n, normalize(l + vec3(0, 0, 1))));
    float fall = exp(-pow(length((at - lampTarget[i]) * vec2(1., .72)) / lampRadius[i], 2.) * 1.25) * mix(.78, 1.45, exp(-length(at - lampAt[i].xy) / 520.));
    vec3 bare = alb.rgb * mix(facing, wrapped, .35) + pow(shine, 18.) * .05 * finish;
    vec3 gold = gilt * (facing * .5 + pow(shine, 14.) * 1. + pow(shine, 60.) * 1.8) + gilt * gilt * .07;
    float visible = i == 0 ? lit.r : i == 1 ? lit.g : 1.;
    sum += lampColour[i].rgb * lampColour[i].a * fall * visible * mix(bare, gold, leaf);
    if (i == 0) sum += lampColour[i].rgb * lampColour[i].a * fall * (alb.rgb * alb.rgb * .1 * sees + texture(glow, uvOf(at)).r * gilt * .085);
  }
  float raking = max(0., dot(n, normalize(vec3(-.72, -.62, .42))));
  sum += wash * vec3(1., .86, .7) * mix(alb.rgb, gilt * .6, leaf) * raking * sees;
  sum += sky * vec3(.36, .47, .66) * (.73 - .27 * n.y) * mix(alb.rgb, gilt * .34, leaf) * sees * sees * 1.2;
  sum *= mix(.42, 1., smoothstep(.1, .8, sees));
  vec2 centre = at - vec2(wallWidth * .5, 260.);
  sum += goldGlow * mix(.12, 1., exp(-dot(centre, centre) / (560. * 560.))) * gilt * leaf * (.25 + .75 * sees) * .5 * (.9 + .6 * max(0., n.y));
  vec3 shown = film(sum * 1.08); vec2 q = vec2(at.x / wallWidth, at.y / wallHeight) - .5;
  shown *= 1. - .35 * smoothstep(.38, .53, abs(q.x)) - .14 * smoothstep(.42, .5, abs(q.y));
  colour = vec4(pow(shown, vec3(1. / 2.2)) + (hash(gl_FragCoord.xy) - .5) / 255., 1.);
}`;
