import { MessageScreen } from './message-screen.ts';
import { signIn, takeFromFragment, whoIsHere, type Person } from './person.ts';
import { SignInForm } from './sign-in-form.ts';
import { pageWords, sayOnPage } from './words.ts';

const againMs = 2_000;

/** Resolves with the person at this browser: by the one-time code in the URL, their session, or the form shown here. */
export async function personHere(body: HTMLElement): Promise<Person> {
  const code = takeFromFragment('sign-in');
  const message = new MessageScreen();
  for (;;) {
    try {
      const person = (code === null ? null : await byCode(code)) ?? (await whoIsHere());
      message.remove();
      return person ?? (await byForm(body));
    } catch {
      // No controller yet: a page opened too early waits for it.
      message.message = sayOnPage(pageWords.noController);
      body.append(message);
      await new Promise((resolve) => setTimeout(resolve, againMs));
    }
  }
}

/** Null where the code was used already: the session it opened may still be there. */
async function byCode(code: string): Promise<Person | null> {
  const answer = await signIn({ code });
  return 'refused' in answer ? null : answer;
}

function byForm(body: HTMLElement): Promise<Person> {
  return new Promise((resolve) => {
    const form = new SignInForm();
    form.addEventListener('signed-in', (event) => {
      form.remove();
      resolve((event as CustomEvent<Person>).detail);
    });
    body.append(form);
  });
}
