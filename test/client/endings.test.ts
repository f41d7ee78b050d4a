import { expect, test } from 'vitest';
import { endings, GAVE_UP } from '../../client/src/connection/endings.ts';

const actions = { goOn: 'go on', again: 'again', stop: 'stop' };

test('a message that could not be sent, as of a key pressed while the server dies, stops nothing and alarms nobody', () => {
  const { error } = endings(actions, () => 0);
  for (let i = 0; i < 10; i++) expect(error()).toEqual({ action: 'go on', handled: true });
});

test('a server that dies is started again, but not without end, and then that is said', () => {
  let now = 0;
  const { closed } = endings(actions, () => now);
  const die = () => {
    now += 1_000;
    return closed();
  };
  for (let i = 0; i < 4; i++) expect(die()).toEqual({ action: 'again' });
  expect(die()).toEqual({ action: 'stop', message: GAVE_UP });
  // Started by hand, it is as good as new.
  for (let i = 0; i < 4; i++) expect(die()).toEqual({ action: 'again' });
});

test('one that dies now and then is started again each time', () => {
  let now = 0;
  const { closed } = endings(actions, () => now);
  for (let i = 0; i < 20; i++) {
    now += 60_000;
    expect(closed()).toEqual({ action: 'again' });
  }
});
