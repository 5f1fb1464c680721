import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDesk, type Desk } from '../support/console.ts';
import { openConsoleStory, password, patience, type ConsoleStory } from '../support/console-story.ts';

const walls = ['diplomacy', 'statehood', 'wall-1', 'wall-2', 'wall-3', 'wall-4'];

interface Raised {
  readonly layer: string;
  readonly source: { readonly id: string };
  readonly screens: readonly string[];
}

describe('what is always at hand, for people who may do less', () => {
  let story: ConsoleStory;
  let curator: Desk;
  let technician: Desk;
  /** An operator of the walls alone. */
  let limited: Desk;

  beforeAll(async () => {
    story = await openConsoleStory({ layouts: ['latin', 'kazakh'] });
    const { controller, browser, sit } = story;
    curator = await sit('curator', { name: 'Aigul', layout: 'kazakh' });
    technician = await sit('technician', { name: 'Yerlan', layout: 'latin' });
    await controller.post('/api/people', { name: 'Marat', role: 'operator', password, zones: ['walls'] });
    limited = await openDesk(browser, controller.url, { name: 'Marat', password, layout: 'russian' });
  });
  afterAll(() => story.stop());
  beforeEach(async () => {
    await story.controller.request('DELETE', '/api/emergency');
    for (const desk of [curator, technician, limited, story.dana]) await desk.key('Escape');
  });

  const emergencies = async (): Promise<readonly Raised[]> =>
    ((await story.controller.get('/api/runs')) as Raised[]).filter(({ layer }) => layer === 'emergency');
  const atHand = (desk: Desk, act: string) => desk.page.locator(`foot-bar [data-act=${act}]`);
  const inDialog = (desk: Desk, what: string) => desk.page.locator(`emergency-dialog dialog[open] ${what}`);
  const notice = (desk: Desk, what: string) => desk.page.locator(`emergency-dialog dialog-notice ${what}`);

  it('shows a curator who may, and asks nothing of the hall that it would refuse', async () => {
    await expect.poll(() => atHand(curator, 'mute').innerText(), patience).toContain('for operator, technician');
    expect(await atHand(curator, 'mute').isDisabled()).toBe(true);
    const blackout = atHand(curator, 'blackout');
    expect(await blackout.innerText()).toContain('for operator, technician');
    expect(await blackout.locator('button').isDisabled()).toBe(true);
    await curator.key('KeyM');
    await curator.key('KeyB', { heldMs: 1000 });

    await curator.key('KeyE');
    await expect
      .poll(() => notice(curator, '.may').innerText(), patience)
      .toBe(
        'You can look here. Acting is for: operator, technician, administrator. You are signed in as: curator. Ask one of them.',
      );
    expect(await inDialog(curator, '[data-kind=evacuation] button').isDisabled()).toBe(true);
    expect(await emergencies()).toEqual([]);
    expect(await curator.page.locator('notice-bar [role=alert]').innerText()).toBe('');
  });

  it('shows a curator to whom GO can be given, and has nobody else’s phone get it', async () => {
    const { controller } = story;
    const taken = await controller.post('/api/takes', { targets: 'map', scene: 'welcome', policy: 'go' });
    const { run } = (await taken.json()) as { run: string };
    await curator.page.locator('run-acts button[title]').first().click();
    const guide = curator.page.locator('guide-dialog dialog[open]');
    await guide.waitFor();
    expect(await guide.locator('[data-make]').isDisabled()).toBe(true);
    expect(await curator.page.locator('guide-dialog dialog-notice .may').innerText()).toContain('operator');
    await curator.key('Escape');
    await controller.request('DELETE', `/api/runs/${run}`);
  });

  it('lets a technician raise an emergency, and says who ends it', async () => {
    await technician.key('KeyE');
    await inDialog(technician, '[data-kind=evacuation]').waitFor();
    expect(await notice(technician, '.may').count()).toBe(0);
    await inDialog(technician, '[data-kind=evacuation] button:focus').waitFor();
    await technician.key('Space', { heldMs: 1000 });
    await story.until(async () => (await emergencies()).length === 1);
    await expect
      .poll(() => notice(technician, '.may').innerText(), patience)
      .toContain('Ending an emergency is for: operator, administrator.');
    expect(await inDialog(technician, '[data-kind=end] button').isDisabled()).toBe(true);
    expect(await inDialog(technician, '[data-kind=blackout] button').isEnabled()).toBe(true);
  });

  it('has an operator of some zones act on those, and on no more', async () => {
    await expect.poll(() => atHand(limited, 'blackout').innerText(), patience).toContain('Walls');
    await limited.key('KeyB', { heldMs: 1000 });
    await story.until(async () => (await emergencies()).length === 1);
    expect((await emergencies())[0]?.screens.toSorted()).toEqual(walls);
    // The operators of the whole hall read at once which part of it is dark.
    for (const desk of [story.aliya, story.dana])
      await expect
        .poll(() => desk.page.locator('desk-alerts .emergency').innerText(), patience)
        .toMatch(/Blackout.*Walls/);
    await expect.poll(() => atHand(limited, 'blackout').innerText(), patience).toContain('Blackout is on');
    await limited.key('KeyE');
    const evacuate = inDialog(limited, '[data-kind=evacuation]');
    await expect.poll(() => evacuate.innerText(), patience).toBe('Hold: Evacuation, Walls');
    expect((await inDialog(limited, 'option').allInnerTexts()).map((text) => text.trim())).toEqual(['Walls']);
    await inDialog(limited, '[data-kind=end] button').focus();
    await limited.key('Space', { heldMs: 1000 });
    await story.until(async () => (await emergencies()).length === 0);
  });

  it('mutes for an operator of some zones the sound of those, and says so', async () => {
    const outputs = async () =>
      ((await story.controller.get('/api/hall')) as { soundOutputs: { id: string; muted: boolean }[] }).soundOutputs
        .filter(({ muted }) => muted)
        .map(({ id }) => id);
    await expect.poll(() => atHand(limited, 'mute').innerText(), patience).toContain('Walls');
    await limited.key('KeyM');
    await story.until(async () => (await outputs()).join() === 'wall-speakers');
    await expect.poll(() => atHand(limited, 'mute').innerText(), patience).toContain('Unmute all');
    await limited.key('KeyM', { shift: true });
    const sound = limited.page.locator('sound-dialog dialog[open]');
    const unmute = sound.locator('[data-all=unmute]');
    await expect.poll(() => unmute.innerText(), patience).toBe('Unmute: Walls');
    const others = sound.locator('[data-output=centre-speakers]');
    expect(await others.innerText()).toContain('outside your zones');
    expect(await others.locator('button').isDisabled()).toBe(true);
    await unmute.click();
    await story.until(async () => (await outputs()).length === 0);
    expect(await limited.page.locator('dialog-notice .refused').count()).toBe(0);
    await limited.key('Escape');
  });

  it('says a refusal where it can be read: in the dialog that is open', async () => {
    const { controller, dana } = story;
    const people = (await controller.get('/api/people')) as { id: string; name: string }[];
    const id = people.find(({ name }) => name === 'Dana')?.id ?? '';
    await dana.key('KeyE');
    await inDialog(dana, '[data-kind=evacuation]').waitFor();
    // An admin takes it from her while she has the dialog open.
    const changed = await controller.request('PATCH', `/api/people/${id}`, { zones: ['panels'] });
    expect(changed.ok).toBe(true);
    await inDialog(dana, '[data-kind=evacuation] button').focus();
    await dana.key('Space', { heldMs: 1000 });
    await expect.poll(() => notice(dana, '.refused').innerText(), patience).toContain('Dana has');
    expect(await notice(dana, '.refused').evaluate(isOnTop)).toBe(true);
    // It is of what was done in this dialog, and is not told again in the next one.
    await dana.key('Escape');
    await dana.key('KeyE');
    await inDialog(dana, '[data-kind=evacuation]').waitFor();
    expect(await notice(dana, '.refused').count()).toBe(0);
  });
});

/** Runs in the page: whether the element is what is seen and touched at its middle. */
function isOnTop(element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  let at = document.elementFromPoint(left + width / 2, top + height / 2);
  while (at?.shadowRoot) {
    const within = at.shadowRoot.elementFromPoint(left + width / 2, top + height / 2);
    if (within === null || within === at) break;
    at = within;
  }
  return at !== null && (element === at || element.contains(at));
}
