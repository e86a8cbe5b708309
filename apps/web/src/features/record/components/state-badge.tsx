import type { RecordWords } from "@lilink/i18n";
import type { Register } from "@lilink/model/register";
import { Badge } from "@lilink/ui";

/** States of those who asked and did not get it: they are live, but nothing to be glad of. */
const declined: ReadonlySet<string> = new Set(["not_adopted", "rejected"]);

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
      : traits?.end || declined.has(state)
        ? "neutral"
        : traits?.live
          ? "success"
          : "info";
  return <Badge tone={tone}>{words.state(state)}</Badge>;
}
