"use client";

import { Button, cn, TextInput } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "#features/organization/view.ts";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { EventView, OtherGuest } from "../queries.ts";
import { topicNames } from "../view.ts";

export type InterestListProps = {
  readonly id: string;
  readonly interest: EventView["interest"];
  readonly others: readonly OtherGuest[];
};

const filters = ["filterAll", "filterShared", "filterSaid"] as const;

/** Who else comes, those with common topics first, and how much one wants to meet each: for the own firm's eyes alone. [EV3] */
export function InterestList({ id, interest, others }: InterestListProps) {
  const t = useTranslations("event.interest");
  // Once nothing can be changed, what was chosen is what one looks for.
  const [filter, setFilter] = useState<(typeof filters)[number]>(interest.open ? "filterAll" : "filterSaid");
  const shown = others.filter(
    ({ shared, strength }) =>
      filter === "filterAll" || (filter === "filterShared" ? shared.length > 0 : strength !== null),
  );
  return (
    <>
      <div className="sticky top-14 z-10 mb-4 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-line bg-ground py-2">
        {interest.open ? (
          <p className="font-medium tabular-nums" aria-live="polite">
            {t("left", { left: Math.max(0, interest.quota - interest.said), quota: interest.quota })}
          </p>
        ) : null}
        <fieldset className="flex flex-wrap gap-1.5" aria-label={t("filter")}>
          {filters.map((one) => (
            <Button
              key={one}
              size="sm"
              variant={filter === one ? "accent" : "plain"}
              aria-pressed={filter === one}
              onClick={() => setFilter(one)}
            >
              {t(one)}
            </Button>
          ))}
        </fieldset>
      </div>
      {shown.length === 0 ? (
        <p className="text-muted">{t(others.length === 0 ? "nobody" : "noFit")}</p>
      ) : (
        <ul className="hairline-list">
          {shown.map((guest) => (
            <Guest key={guest.publicId} id={id} guest={guest} open={interest.open} />
          ))}
        </ul>
      )}
    </>
  );
}

const strengths = [
  [0, "none"],
  [1, "one"],
  [2, "two"],
  [3, "three"],
] as const;

type GuestProps = { readonly id: string; readonly guest: OtherGuest; readonly open: boolean };

function Guest({ id, guest, open }: GuestProps) {
  const t = useTranslations("event.interest");
  const locale = useLocale();
  const client = useTRPCClient();
  const { pending, act } = useAct({}, t("closed"));
  const [reason, setReason] = useState(guest.reason ?? "");
  const name = organizationName(guest.organization, locale);
  const say = (strength: number) =>
    act(
      () =>
        client.event.sayInterest.mutate({
          publicId: id,
          towards: guest.publicId,
          strength,
          ...(reason.trim() ? { reason: reason.trim() } : {}),
        }),
      t("said"),
    );
  const further = guest.topics.filter((topic) => !guest.shared.includes(topic));
  return (
    <li className="grid gap-x-6 gap-y-2 py-3 md:grid-cols-[minmax(0,1fr)_auto] md:items-start">
      <div className="min-w-0">
        <p className="font-medium wrap-anywhere">
          <OwnWords>{name}</OwnWords>
        </p>
        {guest.shared.length > 0 ? (
          <p className="text-sm text-success">{t("shared", { topics: topicNames(guest.shared, locale) })}</p>
        ) : null}
        {further.length > 0 ? (
          <p className="text-sm text-muted">{t("topics", { topics: topicNames(further, locale) })}</p>
        ) : null}
        {guest.strength !== null && open ? (
          <div className="mt-2 flex max-w-lg gap-2">
            <TextInput
              aria-label={`${t("reason")}: ${name}`}
              placeholder={t("reason")}
              maxLength={140}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            <Button
              disabled={reason === (guest.reason ?? "")}
              pending={pending}
              onClick={() => void say(guest.strength ?? 1)}
            >
              {t("saved")}
            </Button>
          </div>
        ) : null}
        {guest.strength !== null && !open && guest.reason ? (
          <p className="text-sm">
            <OwnWords>{guest.reason}</OwnWords>
          </p>
        ) : null}
      </div>
      {open ? (
        <StrengthChoice
          label={`${t("strength")}: ${name}`}
          chosen={guest.strength ?? 0}
          pending={pending}
          choose={(strength) => void say(strength)}
        />
      ) : (
        <span className={guest.strength ? "font-semibold" : "text-muted"}>
          {t(strengths[guest.strength ?? 0]?.[1] ?? "none")}
        </span>
      )}
    </li>
  );
}

type StrengthChoiceProps = {
  readonly label: string;
  readonly chosen: number;
  readonly pending: boolean;
  readonly choose: (strength: number) => void;
};

function StrengthChoice({ label, chosen, pending, choose }: StrengthChoiceProps) {
  const t = useTranslations("event.interest");
  return (
    <fieldset aria-label={label} className="grid grid-cols-4 gap-1 max-md:w-full">
      {strengths.map(([strength, word]) => (
        <button
          key={strength}
          type="button"
          aria-pressed={chosen === strength}
          disabled={pending}
          className={cn(
            "min-h-10 rounded-md border border-line px-3 text-sm",
            chosen === strength &&
              strength > 0 &&
              "border-accent bg-accent-wash font-semibold text-accent-ink",
            chosen === strength && strength === 0 && "bg-sunken",
          )}
          onClick={() => (chosen === strength ? undefined : choose(strength))}
        >
          {t(word)}
        </button>
      ))}
    </fieldset>
  );
}
