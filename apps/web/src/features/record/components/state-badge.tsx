import type { RecordWords } from "@lilink/i18n";
import type { Register } from "@lilink/model/register";
import { Badge } from "@lilink/ui";

/** States of those who asked and did not get it: they are live, but nothing to be glad of. */
const declined: ReadonlySet<string> = new Set(["not_adopted", "rejected"]);

/** What is live and still waits for a word, or takes nobody any more. */
const pending: ReadonlySet<string> = new Set([
  "announced",
  "candidate",
  "evidence_filed",
  "interest_closed",
  "notice",
  "proposed",
]);
/** Where something has ended as it should. */
const reached: ReadonlySet<string> = new Set(["in_force"]);

/** Where a record stands: live, waiting for review, ended, or with its owner. */
export function StateBadge({
  register,
  words,
  state,
}: {
  readonly register: Pick<Register, "machine">;
  readonly words: RecordWords;
  readonly state: string;
}) {
  const traits = register.machine.states[state];
  const tone =
    traits?.review || traits?.halted
      ? "warning"
      : reached.has(state)
        ? "success"
        : traits?.end || declined.has(state)
          ? "neutral"
          : traits?.live && !pending.has(state)
            ? "success"
            : "info";
  return <Badge tone={tone}>{words.state(state)}</Badge>;
}
