import type { ScreenId } from '#shared/ids.ts';
import type { Claim } from './claim.ts';
import type { Command } from './command.ts';
import { putOf } from './put-of.ts';
import { hallOf, type HallState } from './state.ts';
import { targetScreens } from './targets.ts';

/**
 * The screens whose picture, sound or schedule a command touches, now or later. For who is limited to some of them; what
 * a command names and the hall does not have reaches nothing, and is refused for that elsewhere.
 */
export function reachOf(state: HallState, command: Command, claims: () => readonly Claim[]): ReadonlySet<ScreenId> {
  const named = (targets: readonly string[], except: readonly string[] = []) =>
    new Set(targetScreens(hallOf(state), targets, except).keys());
  switch (command.type) {
    case 'run.take': {
      // Fired in part, it is still the whole of what is armed that is reached.
      const armed = command.body.standby === undefined ? [] : (state.standby[command.body.standby]?.screens ?? []);
      return all([named(command.body.targets, command.body.except), armed]);
    }
    case 'standby.arm':
    case 'overlay.show':
      return named(command.body.targets);
    case 'emergency.raise':
      return named(command.body.targets ?? ['all']);
    case 'emergency.end':
      return all(
        Object.values(state.run)
          .filter((run) => run.layer === 'emergency' && run.until === null && isMeant(command, run.id))
          .map((run) => named(run.targets, run.except)),
      );
    case 'run.release':
      return all(command.runs.map((run) => ofRun(state, run, claims)));
    case 'run.edit':
    case 'run.control':
    case 'run.ask':
    case 'run.answer':
    case 'run.take-over':
    case 'guide.give':
      return ofRun(state, command.run, claims);
    case 'act.take-back': {
      const { runs = [], doors = null } = state.act['last'] ?? {};
      return all([
        ...runs.map(({ before, after }) => {
          const run = after ?? before;
          return named(run?.targets ?? [], run?.except);
        }),
        named(doors === null ? [] : ['all']),
      ]);
    }
    case 'standby.clear':
      return all(
        Object.values(state.standby)
          .filter((standby) => command.standby === null || standby.id === command.standby)
          .map((standby) => standby.screens),
      );
    case 'overlay.hide':
      return named(state.overlay[command.overlay]?.targets ?? []);
    case 'sound.set':
      return all(
        hallOf(state)
          .soundOutputs.filter((output) => command.output === 'all' || command.output === output.id)
          .map((output) => named([output.zone, output.screen])),
      );
    case 'screen.pair':
    case 'screen.unpair':
    case 'screen.renew-token':
    case 'screen.offer-token':
    case 'screen.use-token':
    case 'screen.tell-copy':
    case 'screen.keep-out':
    case 'screen.let-in':
    case 'screen.calibrate':
      return named([command.screen]);
    case 'cleaning.set':
      return new Set(
        hallOf(state)
          .screens.filter(({ touch }) => touch)
          .map(({ id }) => id),
      );
    case 'maintenance.start':
      return named(command.body.targets);
    case 'maintenance.end':
      return named(state.maintenance[command.maintenance]?.targets ?? []);
    case 'rule.put':
      return all([named(command.rule.targets, command.rule.except), ofRule(state, command.rule.id)]);
    case 'rule.delete':
      return ofRule(state, command.id);
    case 'exception.put':
      return ofRule(state, command.exception.rule);
    case 'exception.delete':
      return ofRule(state, command.rule);
    case 'schedule.edit':
      return all(command.edits.map((edit) => reachOf(state, edit, claims)));
    case 'clock.hold':
    case 'clock.trust':
    case 'day.put':
    case 'day.delete':
    case 'hours.put':
    case 'doors.set':
      return named(['all']);
    case 'show.put':
      return all([named(command.show.cues.flatMap(targetsOf)), ofShow(state, command.show.id)]);
    case 'show.delete':
      return ofShow(state, command.id);
    case 'scene.put':
      return ofScene(state, command.scene.id);
    case 'scene.delete':
      return ofScene(state, command.id);
    case 'draft.publish': {
      const content = state.draft[command.draft]?.content;
      if (content === undefined) return new Set();
      return reachOf(state, putOf(content, null), claims);
    }
    case 'hall.import':
      return named(['all']);
    // What nobody has published, and files that nothing uses, reach no screen.
    case 'medium.add':
    case 'medium.delete':
    case 'draft.save':
    case 'draft.submit':
    case 'draft.return':
    case 'draft.discard':
    case 'draft.restore':
    case 'incident.note':
    case 'loss.read':
    case 'person.put':
    case 'person.add':
    case 'person.edit':
    case 'person.remove':
    case 'person.secure':
    case 'session.open':
    case 'session.close':
    case 'tablet.pair':
    case 'tablet.revoke':
    case 'key.add':
    case 'key.revoke':
      return new Set();
  }
}

const isMeant = ({ run }: { readonly run?: string }, id: string): boolean => run === undefined || run === id;

type Cue = HallState['show'][string]['cues'][number];

const targetsOf = (cue: Cue): readonly string[] => cue.parts.flatMap((part) => part.targets);

function all(sets: readonly Iterable<ScreenId>[]): ReadonlySet<ScreenId> {
  return new Set(sets.flatMap((screens) => [...screens]));
}

function ofRule(state: HallState, id: string): ReadonlySet<ScreenId> {
  const rule = state.rule[id];
  return new Set(rule === undefined ? [] : targetScreens(hallOf(state), rule.targets, rule.except).keys());
}

/** Where a show has its parts, and where rules put it. */
function ofShow(state: HallState, id: string): ReadonlySet<ScreenId> {
  const show = state.show[id];
  const parts = show === undefined ? [] : targetScreens(hallOf(state), show.cues.flatMap(targetsOf), []).keys();
  return all([parts, ofRules(state, (rule) => rule.show === id)]);
}

/** Where shows and rules put a scene. */
function ofScene(state: HallState, id: string): ReadonlySet<ScreenId> {
  const parts = Object.values(state.show)
    .flatMap((show) => show.cues.flatMap((cue) => cue.parts))
    .filter((part) => part.scene === id)
    .flatMap((part) => part.targets);
  return all([targetScreens(hallOf(state), parts, []).keys(), ofRules(state, (rule) => rule.scene === id)]);
}

/** Rules that fit, and those of which a single day was replaced by what fits. */
function ofRules(
  state: HallState,
  fits: (subject: { readonly show?: string | undefined; readonly scene?: string | undefined }) => boolean,
): ReadonlySet<ScreenId> {
  const replaced = Object.values(state.exception).filter(({ change }) => change.is === 'replace' && fits(change));
  const rules = [
    ...Object.values(state.rule)
      .filter(fits)
      .map(({ id }) => id),
    ...replaced.map(({ rule }) => rule),
  ];
  return all(rules.map((id) => ofRule(state, id)));
}

function ofRun(state: HallState, id: string, claims: () => readonly Claim[]): ReadonlySet<ScreenId> {
  const run = state.run[id];
  if (run !== undefined) return new Set(targetScreens(hallOf(state), run.targets, run.except).keys());
  return new Set(
    claims()
      .find((claim) => claim.run === id)
      ?.screens.keys(),
  );
}
