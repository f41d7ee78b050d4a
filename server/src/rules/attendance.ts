import { carrier, leadCounsel } from './support/beside.ts';
import { decider } from './support/decider.ts';
import { lacking } from './support/lacking.ts';
import { ownRoster } from './support/roster.ts';
import { type Rule, SILENT, skip } from './support/rule.ts';

export const attendance: Rule = {
  id: 'attendance',
  severity: 'warning',
  title: 'Who attends, and with what authority',
  what: 'None of those listed for the writer’s party has the authority that the order asks for and attends as it asks; counsel would come alone; lead counsel or an insured party’s carrier is not among them.',
  why: 'Where nobody at the table can say yes, the conference fails, and the party that sent them pays for it.',
  mend: 'List under `attendees:` who comes for your side, each with role, authority and whether in person. Where the person who can decide cannot come, ask the Court to excuse it in the way that the order gives.',
  holds: ['attendance'],
  needs: 'order',
  check(context) {
    const { letter, order } = context;
    const standard = order.attendance;
    if (!standard) return SILENT;
    const roster = ownRoster(letter);
    if (!roster) return lacking(letter, { key: 'attendees', reason: 'the header lists no attendees' });
    if (letter.header.unreadable.has('role')) return skip("the header's role cannot be read");
    return [
      ...decider(letter, standard, roster),
      ...leadCounsel(letter, standard, roster),
      ...carrier(letter, standard, roster),
    ];
  },
  accepted: [
    {
      say: 'the party and counsel',
      header: [
        'attendees:',
        '  - { name: Dana Ostrander, role: party, attends: in-person }',
        '  - { name: Ada Writer, title: Counsel, role: counsel, attends: video }',
      ],
      body: '',
    },
    {
      say: 'a representative with authority; the other side’s is its own concern',
      header: [
        'attendees:',
        '  - { name: B. Trustee, party: plaintiff, role: representative, authority: full, attends: video }',
        '  - { name: Ada Writer, party: plaintiff, role: counsel, lead: true, attends: video }',
        '  - { name: C. Pelham, party: Pelham Marine, role: representative, authority: none, attends: phone }',
      ],
      body: '',
    },
  ],
  rejected: [
    {
      say: 'counsel alone',
      header: ['attendees:', '  - { name: Ada Writer, role: counsel, authority: full, attends: in-person }'],
      body: '',
      marks: 'attendees',
    },
    {
      say: 'limited authority',
      header: [
        'attendees:',
        '  - { name: B. Trustee, role: representative, authority: limited, attends: in-person }',
        '  - { name: Ada Writer, role: counsel, attends: in-person }',
      ],
      body: '',
      marks: 'limited',
    },
    {
      say: 'by telephone, which the order does not accept',
      header: [
        'attendees:',
        '  - { name: Dana Ostrander, role: party, attends: phone }',
        '  - { name: Ada Writer, role: counsel, attends: in-person }',
      ],
      body: '',
      marks: 'phone',
    },
    {
      say: 'no counsel',
      header: ['attendees:', '  - { name: Dana Ostrander, role: party, attends: in-person }'],
      body: '',
      marks: 'attendees',
    },
    {
      say: 'authority that is not said',
      header: [
        'attendees:',
        '  - { name: B. Trustee, role: representative, attends: in-person }',
        '  - { name: Ada Writer, role: counsel, attends: in-person }',
      ],
      body: '',
      marks: 'B. Trustee',
    },
    { say: 'nobody listed to judge by', body: '', marks: 'hartwell' },
  ],
};
