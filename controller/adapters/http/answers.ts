import { z } from 'zod';
import { Desired, Health, Role, RunView, ScreenState } from '#shared/facts.ts';
import { Report } from '#shared/report.ts';
import { Instant, iso, isoOrNull } from './instants.ts';

// What the API answers where it differs from the hall's own words: instants are text here.

const DesiredAnswer = Desired.extend({ since: Instant, until: Instant.nullable() });
const ReportAnswer = Report.extend({
  at: Instant,
  errors: z.array(z.strictObject({ at: Instant, where: z.string(), what: z.string() })),
});

export const ScreenAnswer = ScreenState.extend({
  desired: DesiredAnswer,
  reported: ReportAnswer.nullable(),
  reportedAt: Instant.nullable(),
  health: Health.extend({ since: Instant }),
  trial: ScreenState.shape.trial.unwrap().extend({ until: Instant }).optional(),
  /** The player's clock as it last reported it. */
  clock: Report.shape.clock.nullable(),
});

export function screenAnswer(state: ScreenState): z.input<typeof ScreenAnswer> {
  const { desired, reported, health, trial, ...rest } = state;
  return {
    ...rest,
    ...(trial === undefined ? {} : { trial: { ...trial, until: iso(trial.until) } }),
    desired: { ...desired, since: iso(desired.since), until: isoOrNull(desired.until) },
    reported:
      reported === null
        ? null
        : {
            ...reported,
            at: iso(reported.at),
            errors: reported.errors.map((error) => ({ ...error, at: iso(error.at) })),
          },
    reportedAt: isoOrNull(state.reportedAt),
    health: { ...health, since: iso(health.since) },
    clock: reported?.clock ?? null,
  };
}

export const RunAnswer = RunView.omit({ segments: true }).extend({
  from: Instant,
  until: Instant.nullable(),
  asked: z.strictObject({ by: z.string(), at: Instant, message: z.string().nullable() }).nullable(),
});

export function runAnswer({ segments: _segments, asked, ...run }: RunView): z.input<typeof RunAnswer> {
  return {
    ...run,
    from: iso(run.from),
    until: isoOrNull(run.until),
    asked: asked === null ? null : { ...asked, at: iso(asked.at) },
  };
}

export const PersonAnswer = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: Role,
  zones: z.array(z.string()).nullable(),
});
