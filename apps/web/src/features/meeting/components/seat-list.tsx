"use client";

import { Tag } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { OwnWords } from "#components/own-words.tsx";
import { OrganizationPick } from "#features/organization/components/organization-pick.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { Meeting } from "../queries.ts";

export type SeatListProps = {
  readonly meeting: string;
  readonly seats: Meeting["seats"];
  readonly keeps: boolean;
};

/** Who sits in the meeting; whoever is taken off reads nothing of it any more. */
export function SeatList({ meeting, seats, keeps }: SeatListProps) {
  const t = useTranslations("meeting.page");
  const locale = useLocale();
  const client = useTRPCClient();
  const { act } = useAct();
  const nameOf = (seat: Meeting["seats"][number]) =>
    locale === "en" ? (seat.nameEn ?? seat.nameZh) : seat.nameZh;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap gap-2">
        {seats.length === 0 ? <span className="text-muted">{t("noSeats")}</span> : null}
        {seats.map((seat) => {
          const ref = { publicId: meeting, organization: seat.publicId };
          return keeps ? (
            <Tag
              key={seat.publicId}
              removeLabel={t("removeSeat", { name: nameOf(seat) })}
              onRemove={() => void act(() => client.meeting.removeSeat.mutate(ref))}
            >
              <OwnWords whole>{nameOf(seat)}</OwnWords>
            </Tag>
          ) : (
            <Tag key={seat.publicId}>
              <OwnWords whole>{nameOf(seat)}</OwnWords>
            </Tag>
          );
        })}
      </div>
      {keeps ? (
        <OrganizationPick
          label={t("addSeat")}
          onPick={({ publicId: organization }) =>
            void act(() => client.meeting.addSeat.mutate({ publicId: meeting, organization }))
          }
        />
      ) : null}
    </div>
  );
}
