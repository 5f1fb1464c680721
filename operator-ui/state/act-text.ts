import { actorWords } from '#shared/actor-words.ts';
import type { LastActView } from '#shared/facts.ts';
import { actWords } from '../words/act-words.ts';
import type { Speech } from './speech.ts';

/** What the button of the way back says: what it takes back or does again, and whose act that was. */
export interface ActText {
  readonly what: string;
  readonly by: string;
  /** It would do again what was taken back just now. */
  readonly isAgain: boolean;
}

export function actText({ command, by, title, runs, doors, undoes }: LastActView, me: string, speech: Speech): ActText {
  const { back } = actWords[speech.language];
  const first = title === null ? '' : speech.quoted(speech.text(title));
  const what = runs < 2 ? first : `${first} ${back.more(runs - 1)}`;
  const act = undoes ?? { command, by };
  const done = doors !== null ? back.doors[doors] : isKnown(act.command) ? back.did[act.command](what) : what;
  return {
    what: undoes === null ? back.back(done) : back.again(done),
    by: act.by === me ? back.you : actorWords(act.by)[speech.language],
    isAgain: undoes !== null,
  };
}

type Known = keyof (typeof actWords)['en']['back']['did'];
const isKnown = (command: string): command is Known => Object.hasOwn(actWords.en.back.did, command);
