import { Badge, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { FoldedTable } from "#components/folded-table.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { HallBoard } from "../queries.ts";
import { MissButton } from "./miss-button.tsx";

const presence = {
  registered: "info",
  checked_in: "success",
  absent: "warning",
  withdrawn: "neutral",
} as const;

/** Who comes, how full and how gappy each day is, and who is here. [EV10] */
export function GuestTable({
  board: { guests, event },
  isOnDay,
}: {
  readonly board: HallBoard;
  readonly isOnDay: boolean;
}) {
  const t = useTranslations("event.board");
  const states = useTranslations("event.state");
  const locale = useLocale();
  return (
    <Section id="guests" title={t("guests")}>
      <FoldedTable
        caption={t("guests")}
        rows={guests}
        rowKey={({ publicId }) => publicId}
        columns={[
          {
            key: "guest",
            label: t("guest"),
            lead: true,
            cell: (guest) => <OwnWords whole>{organizationName(guest, locale)}</OwnWords>,
          },
          {
            key: "people",
            label: t("people"),
            cell: ({ people }) => <OwnWords>{people.join("、")}</OwnWords>,
          },
          {
            key: "meetings",
            label: t("meetings"),
            align: "end",
            cell: ({ meetings, wishes }) => t("meetingsLine", { meetings, wishes }),
          },
          {
            key: "idle",
            label: t("idleOf"),
            align: "end",
            cell: ({ idle }) => (
              <span className="inline-flex items-center justify-end gap-2">
                <span aria-hidden className="flex gap-px">
                  {Array.from({ length: Math.min(idle, 12) }, (_, at) => (
                    <span key={at} className="h-3 w-1 bg-warning" />
                  ))}
                </span>
                {idle}
              </span>
            ),
          },
          {
            key: "presence",
            label: t("presence"),
            speaks: true,
            cell: ({ state }) => (
              <Badge tone={presence[state as "absent"]}>{states(state as "absent")}</Badge>
            ),
          },
          ...(isOnDay
            ? [
                {
                  key: "act",
                  label: t("miss"),
                  cell: ({ publicId, state, ...guest }: (typeof guests)[number]) =>
                    state === "absent" || state === "withdrawn" ? (
                      ""
                    ) : (
                      <MissButton
                        id={event.publicId}
                        guest={publicId}
                        name={organizationName(guest, locale)}
                      />
                    ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  );
}
