/** A texture that can be drawn into. */
export interface Target {
  readonly texture: WebGLTexture;
  readonly frame: WebGLFramebuffer;
  readonly width: number;
  readonly height: number;
}

export type Uniform =
  | { readonly kind: 'texture'; readonly texture: WebGLTexture }
  | { readonly kind: 'float'; readonly size: 1 | 2 | 3 | 4; readonly values: readonly number[] };

export const float = (...values: number[]): Uniform => ({
  kind: 'float',
  size: values.length === 2 ? 2 : values.length === 3 ? 3 : values.length === 4 ? 4 : 1,
  values,
});
export const list = (size: 1 | 2 | 3 | 4, values: readonly number[]): Uniform => ({ kind: 'float', size, values });
export const sampler = (texture: WebGLTexture): Uniform => ({ kind: 'texture', texture });

/** A compiled shader that covers its target with one triangle; where its uniforms live is looked up once. */
export class Pass {
  readonly #gl: WebGL2RenderingContext;
  readonly #program: WebGLProgram;
  readonly #places = new Map<string, WebGLUniformLocation | null>();

  /** Throws with the compiler's log when the shader does not compile on this machine. */
  constructor(gl: WebGL2RenderingContext, vertex: string, fragment: string) {
    this.#gl = gl;
    this.#program = gl.createProgram();
    for (const [type, source] of [
      [gl.VERTEX_SHADER, vertex],
      [gl.FRAGMENT_SHADER, fragment],
    ] as const) {
      const shader = gl.createShader(type);
      if (shader === null) throw new Error('the WebGL context is lost');
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(this.#program, shader);
      if (gl.getShaderParameter(shader, gl.COMPILE_STATUS) === false) {
        throw new Error(`shader: ${gl.getShaderInfoLog(shader) ?? 'the WebGL context is lost'}`);
      }
      gl.deleteShader(shader);
    }
    gl.bindAttribLocation(this.#program, 0, 'corner');
    gl.linkProgram(this.#program);
  }

  draw(
    target: Target | { readonly frame: null; readonly width: number; readonly height: number },
    uniforms: Record<string, Uniform>,
  ): void {
    const gl = this.#gl;
    gl.bindFramebuffer(gl.FRAMEBUFFER, target.frame);
    gl.viewport(0, 0, target.width, target.height);
    gl.useProgram(this.#program);
    let unit = 0;
    for (const [name, uniform] of Object.entries(uniforms)) {
      const place = this.#placeOf(name);
      if (place === null) continue;
      if (uniform.kind === 'texture') {
        gl.activeTexture(gl.TEXTURE0 + unit);
        gl.bindTexture(gl.TEXTURE_2D, uniform.texture);
        gl.uniform1i(place, unit++);
      } else setFloats(gl, place, uniform);
    }
    gl.drawArrays(gl.TRIANGLES, 0, 3);
  }

  #placeOf(name: string): WebGLUniformLocation | null {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const place = this.#gl.getUniformLocation(this.#program, name);
    this.#places.set(name, place);
    return place;
  }
}

function setFloats(
  gl: WebGL2RenderingContext,
  place: WebGLUniformLocation,
  { size, values }: Extract<Uniform, { kind: 'float' }>,
): void {
  switch (size) {
    case 1:
      return gl.uniform1fv(place, values);
    case 2:
      return gl.uniform2fv(place, values);
    case 3:
      return gl.uniform3fv(place, values);
    case 4:
      return gl.uniform4fv(place, values);
  }
}

export interface Texels {
  readonly internal: number;
  readonly format: number;
  readonly type: number;
  readonly data?: ArrayBufferView<ArrayBuffer>;
}

export function createTexture(gl: WebGL2RenderingContext, width: number, height: number, texels: Texels): WebGLTexture {
  const texture = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, texture);
  gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
  gl.texImage2D(gl.TEXTURE_2D, 0, texels.internal, width, height, 0, texels.format, texels.type, texels.data ?? null);
  for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
    gl.texParameteri(gl.TEXTURE_2D, filter, gl.LINEAR);
  }
  for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) gl.texParameteri(gl.TEXTURE_2D, wrap, gl.CLAMP_TO_EDGE);
  return texture;
}

export function createTarget(gl: WebGL2RenderingContext, width: number, height: number, texels: Texels): Target {
  const texture = createTexture(gl, width, height, texels);
  const frame = gl.createFramebuffer();
  gl.bindFramebuffer(gl.FRAMEBUFFER, frame);
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
  if (gl.checkFramebufferStatus(gl.FRAMEBUFFER) !== gl.FRAMEBUFFER_COMPLETE) {
    throw new Error('this machine cannot draw into the textures of the relief');
  }
  return { texture, frame, width, height };
}

export function deleteTarget(gl: WebGL2RenderingContext, { texture, frame }: Target): void {
  gl.deleteFramebuffer(frame);
  gl.deleteTexture(texture);
}
