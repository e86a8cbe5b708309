const ofCalls = [
  "weakLink",
  "gap",
  "exception",
  "budget",
  "smallest",
  "largest",
  "weightFirst",
  "weightSecond",
  "anchorsFirst",
  "anchorsSecond",
  "anchorsThird",
];
/** How the hosts of an event lay out its timetable; guests read the timetable. */
const ofHosts = [
  "gapMinutes",
  "breakAfter",
  "breakMinutes",
  "zones",
  "walkMinutes",
  "mostMeetings",
  "mostInRow",
];

/** The fields that the facts of a record leave out: its page tells them already, or they are for its makers. */
export function toldElsewhere(
  register: string,
  { isLive, isOwn }: { readonly isLive: boolean; readonly isOwn: boolean },
): readonly string[] {
  if (register === "fundCall") return isLive ? ofCalls : [];
  return register === "exchangeEvent" && !isOwn ? ofHosts : [];
}
