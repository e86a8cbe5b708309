/** What people are told about; each kind has a title and a body in i18n `notice.<kind>`. */
export const noticeKinds = [
  "posting.submitted",
  "posting.published",
  "posting.returned",
  "posting.expiring",
  "posting.expired",
  "match.found",
  "match.digest",
  "introduction.received",
  "introduction.accepted",
  "introduction.declined",
  "introduction.withdrawn",
  "introduction.expired",
  "introduction.reminder",
  "introduction.ended",
  "introduction.message",
  "introduction.ledger",
  "claim.opened",
  "claim.decided",
  "return.opened",
  "return.moved",
  "return.queried",
  "return.verified",
  "definition.proposed",
  "definition.decided",
  "meeting.called",
  "meeting.changed",
  "meeting.decided",
  "meeting.amended",
  "meeting.withdrawn",
  "organization.status",
  "organization.stances",
  "member.invited",
  "search.digest",
  "account.confirm",
  "account.exists",
  "account.reset",
  "account.security",
  "emergency.opened",
  "report.filed",
  "report.decided",
  "report.upheld",
  "record.submitted",
  "record.returned",
  "record.decided",
  "duty.due",
  "duty.overdue",
  "duty.escalated",
  "reading.budget",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** Kinds that come by e-mail unless the person says otherwise: what waits for an answer, and what decides one. */
const mailedByDefault: ReadonlySet<NoticeKind> = new Set<NoticeKind>([
  "posting.published",
  "posting.returned",
  "posting.expiring",
  "match.digest",
  "introduction.received",
  "introduction.accepted",
  "introduction.declined",
  "introduction.expired",
  "introduction.reminder",
  "introduction.message",
  "introduction.ledger",
  "claim.decided",
  "return.opened",
  "return.moved",
  "return.queried",
  "meeting.called",
  "meeting.changed",
  "meeting.decided",
  "meeting.amended",
  "meeting.withdrawn",
  "member.invited",
  "search.digest",
  "duty.due",
  "duty.overdue",
]);

/** Kinds about which there is nothing to choose: what stops an organization, what proves an address, a digest asked for. */
export const fixedNoticeKinds: readonly NoticeKind[] = [
  "organization.status",
  "organization.stances",
  "member.invited",
  "search.digest",
  "account.confirm",
  "account.exists",
  "account.reset",
  "account.security",
  "emergency.opened",
  "report.filed",
  "report.decided",
  "report.upheld",
  "reading.budget",
];

/** The kinds whose e-mail a person may switch on or off. */
export const choosableNoticeKinds: readonly NoticeKind[] = noticeKinds.filter(
  (kind) => !fixedNoticeKinds.includes(kind),
);

/**
 * Whether a notice of this kind also goes out by e-mail ([NO2]).
 * @param choice what the person chose, kind by kind; what is absent follows the default
 * @example wantsMail("match.found", {}) // false
 */
export function wantsMail(kind: NoticeKind, choice: Readonly<Record<string, boolean>>): boolean {
  if (fixedNoticeKinds.includes(kind)) return true;
  return choice[kind] ?? mailedByDefault.has(kind);
}
