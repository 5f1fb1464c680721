import { createTokenRenewal } from '../../controller/adapters/displays/token-renewal.ts';
import { standingOf } from '../../controller/adapters/identity/screen-tokens.ts';
import { freshSecret, hashSecret } from '../../controller/adapters/identity/secrets.ts';
import { readDocument } from '../../controller/store/document-schemas.ts';
import type { Command } from '#core/command.ts';
import type { Actor, HallEngine, ScreenToken } from '#core/ports.ts';
import { table } from '#core/state.ts';
import { step } from '#core/step.ts';
import { PROTOCOL_VERSION } from '#shared/protocol.ts';
import { createTokenChange, type TokenChange } from '../../displays/pairing/token-change.ts';
import { keepPairing, keptPairing, type KeptPairing } from '../../displays/pairing/kept-pairing.ts';
import { quiet } from './engine.ts';
import { aState, screen } from './hall-state.ts';

type Socket = Parameters<ReturnType<typeof createTokenRenewal>['use']>[0];

const dayMs = 24 * 3_600_000;
const technician: Actor = { is: 'person', id: 't', name: 'T', role: 'technician', zones: null, byPin: false };

/**
 * One screen whose player, disk, link and controller all fail as a test wants, with the product's own code on both sides:
 * only the wire and the disk are played.
 */
export async function aTokenHall() {
  let now = 1_000_000;
  let state = aState({});
  let listeners: Parameters<HallEngine['onDecided']>[0][] = [];
  const id = screen('p1');

  async function order(command: Command, actor: Actor = { is: 'hall' }) {
    const made = step(state, 'c', command, { now, at: now, id: 'x', actor, ready: new Set() }, () => []);
    if (!made.ok) return made;
    state = made.state;
    const changed = made.decision?.entry.changed ?? [];
    for (const listener of listeners) listener(changed);
    await Promise.resolve();
    return { ok: true as const, answer: {}, revision: state.revision };
  }

  let socket: Socket | null = null;
  let sockets = 0;
  const lost = { successor: false, use: false, answer: false };
  const take = (what: keyof typeof lost): boolean => {
    const is = lost[what];
    lost[what] = false;
    return is;
  };
  const hall = {
    state: () => state,
    now: () => now,
    order: ({ command, actor }: { readonly command: Command; readonly actor: Actor }) => order(command, actor),
    onDecided(listener: Parameters<HallEngine['onDecided']>[0]) {
      listeners = [...listeners, listener];
      return () => void (listeners = listeners.filter((one) => one !== listener));
    },
  };
  const openRenewal = () => createTokenRenewal({ hall, playerOf: () => socket, log: quiet });

  /** What the browser holds, and what of it has reached the disk. */
  const memory = new Map<string, string>();
  let disk = new Map<string, string>();
  const storage = {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => void memory.set(key, value),
  } as unknown as Storage;
  let change: TokenChange | null = null;
  let timer: (() => void) | null = null;

  function boot(): void {
    const kept = keptPairing(storage);
    if (kept === null) throw new Error('the player has forgotten which screen it is');
    timer = null;
    change = createTokenChange({
      kept,
      keep: (pairing) => keepPairing(storage, pairing),
      onChange: () => undefined,
      async ask(_event, payload) {
        const on = socket;
        if (on === null || take('use')) return null;
        const why = await renewal.use(on, id, (payload as { readonly token: string }).token);
        return (
          take('answer') ? null : why === null ? { ok: true, value: null } : { ok: false, problem: why }
        ) as never;
      },
      after(run) {
        timer = run;
        return () => void (timer = null);
      },
    });
  }

  function disconnect(): void {
    if (socket !== null) renewal.forget(socket);
    socket = null;
  }
  const stored = (): ScreenToken | undefined => state.screenToken[id];
  const standing = (shown: KeptPairing) => standingOf(stored(), shown).is;

  const firstToken = freshSecret();
  await order({ type: 'screen.pair', screen: id, tokenHash: hashSecret(firstToken) });
  let renewal = openRenewal();
  keepPairing(storage, { screen: id, token: firstToken });
  disk = new Map(memory);
  boot();

  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  };
  return {
    /** From where the newest copy was used, as the hall remembers it. */
    copy: () => stored()?.copy?.from ?? null,
    lost,
    stored,
    standing,
    settled,
    first: { screen: id, token: firstToken } satisfies KeptPairing,
    kept: () => keptPairing(storage),
    /** The player comes to the door as the door sees it; what it is let in as. */
    async connect(): Promise<string> {
      disconnect();
      const shown = change?.shown();
      if (shown === undefined) throw new Error('no player');
      const is = standing(shown);
      renewal.shown(shown, '10.0.0.4');
      if (is !== 'in-force' && is !== 'successor') return is;
      const auth = { as: 'screen', protocol: PROTOCOL_VERSION, build: 'b', ...shown };
      const to = change;
      const made = {
        id: `s${++sockets}`,
        handshake: { auth },
        emit: (_event: string, { token }: { token: string }) => {
          if (socket === made && change === to && !take('successor')) to?.given(token);
        },
      } as unknown as Socket;
      socket = made;
      change?.connected();
      renewal.look(id);
      await settled();
      return is;
    },
    disconnect,
    reload() {
      disconnect();
      change?.stop();
      boot();
    },
    /** What was written within the last minute is gone. */
    powerCut() {
      disconnect();
      change?.stop();
      memory.clear();
      for (const [key, value] of disk) memory.set(key, value);
      boot();
    },
    /** Two minutes pass on the player. */
    async settle() {
      disk = new Map(memory);
      timer?.();
      await settled();
    },
    async monthPasses() {
      now += 31 * dayMs;
      disk = new Map(memory);
      renewal.look();
      await settled();
    },
    async onDemand() {
      await order({ type: 'screen.renew-token', screen: id }, technician);
      await settled();
    },
    unpair: () => order({ type: 'screen.unpair', screen: id }, technician),
    /** All that was decided comes back from the disk; what was in memory does not. */
    restartController() {
      renewal.stop();
      disconnect();
      const read = readDocument('screenToken', JSON.stringify(stored()));
      if (!read.ok) throw new Error(read.expected);
      state = { ...state, screenToken: table({ [id]: read.body as ScreenToken }) };
      renewal = openRenewal();
    },
    /** Somebody else comes with what they copied. */
    copyKnocks(copy: KeptPairing): string {
      renewal.shown(copy, '10.9.9.9');
      return standing(copy);
    },
    later(ms: number) {
      now += ms;
      renewal.look();
    },
  };
}
