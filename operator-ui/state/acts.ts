import type { z } from 'zod';
import type {
  EmergencyBody,
  JumpBody,
  OverlayBody,
  RunPatchBody,
  SoundBody,
  StandbyBody,
  TakeBody,
} from '#shared/commands.ts';

/** Everything the console can ask the hall to do. Elements raise it as an `act` event; the shell carries it out. */
export type Act =
  | { readonly do: 'take'; readonly body: z.input<typeof TakeBody> }
  | { readonly do: 'arm'; readonly body: z.input<typeof StandbyBody> }
  | { readonly do: 'stand-down'; readonly standby: string }
  | {
      readonly do: 'release';
      readonly runs: readonly string[];
      /** Told to whoever else holds them. */
      readonly reason?: string;
    }
  | {
      readonly do: 'control';
      readonly run: string;
      readonly action: 'go' | 'pause' | 'resume' | 'back';
      readonly from: string;
      /** For GO alone: without those that are not ready, whatever the cue says. */
      readonly policy?: 'go';
    }
  | { readonly do: 'jump'; readonly run: string; readonly body: z.input<typeof JumpBody> }
  | { readonly do: 'ask'; readonly run: string; readonly message: string }
  | { readonly do: 'answer'; readonly run: string; readonly give: boolean }
  | { readonly do: 'take-over'; readonly run: string; readonly reason: string }
  | { readonly do: 'read-loss'; readonly loss: string }
  | { readonly do: 'take-back'; readonly act: string }
  | { readonly do: 'trust-clock' }
  | { readonly do: 'doors'; readonly is: 'open' | 'closed' }
  | { readonly do: 'edit-run'; readonly run: string; readonly body: z.input<typeof RunPatchBody> }
  | { readonly do: 'emergency'; readonly body: z.input<typeof EmergencyBody> }
  | { readonly do: 'end-emergency'; readonly run: string }
  | { readonly do: 'overlay'; readonly body: z.input<typeof OverlayBody> }
  | { readonly do: 'hide-overlay'; readonly overlay: string }
  | { readonly do: 'sound'; readonly output: string; readonly body: z.input<typeof SoundBody> };
