import type { TestKernel } from "@lilink/services/testing";
import type { Cast } from "./cast.ts";

type Row = readonly [string, readonly unknown[]];

/** An event with two guests who meet, in a published timetable beside a draft, so that no wall of it is tried on an empty table. */
export function eventRows({ app }: TestKernel, { firm, partner }: Cast, now: Date): readonly Row[] {
  const event = "(select id from exchange_event limit 1)";
  const [first, second] = [firm.id, partner.id].toSorted() as [string, string];
  const [guest, other, meeting] = [app.newId(), app.newId(), app.newId()];
  const plans = [
    [app.newId(), 1, "published"],
    [app.newId(), 2, "draft"],
  ] as const;
  const register = (id: string, body: string): Row[] => [
    [
      `insert into event_guest (id, public_id, event_id, org_id, state, most, topics, languages, registered_at)
        select $1, $2, ${event}, $3, 'registered', 4, '{lfp}', '{zh}', $4`,
      [id, app.newPublicId(), body, now],
    ],
    [`insert into event_badge select $1, ${event}, $2, $3`, [id, body, id.slice(-6).toUpperCase()]],
    ["insert into event_delegate values ($1, $2, 0, 'Li', '{lfp}', '{zh}', null)", [id, body]],
  ];
  return [
    ...register(guest, firm.id),
    ...register(other, partner.id),
    [`insert into event_interest select ${event}, $1, $2, 3, null, $3`, [firm.id, partner.id, now]],
    [
      `insert into event_meeting select $1, 'meeting-of-two', ${event}, $2, $3, 1, $4`,
      [meeting, first, second, now],
    ],
    ...plans.flatMap(([id, version, state]): Row[] => [
      [
        `insert into event_plan (id, public_id, event_id, version, state, closed, from_slot, asked_at)
          select $1, $2, ${event}, $3, $4, '{}', 0, $5`,
        [id, app.newPublicId(), version, state, now],
      ],
      ["insert into event_seat values ($1, $2, 0, 0, 0, 0)", [id, meeting]],
    ]),
    ["insert into event_outcome values ($1, $2, 1, 'none', null, null, $3)", [meeting, firm.id, now]],
  ];
}
