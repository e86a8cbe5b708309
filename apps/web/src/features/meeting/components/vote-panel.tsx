"use client";

import { Badge, Button, Checkbox, DataTable } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useId, useState } from "react";
import { TextLink } from "#components/button-link.tsx";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { organizationName } from "#features/organization/view.ts";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { MeetingItem } from "../queries.ts";

type Vote = MeetingItem["votes"][number];
type Ballot = Vote["ballots"][number];
export type VotePanelProps = { readonly vote: Vote; readonly keeps: boolean };

const outcomeTone = { carried: "success", rejected: "danger", no_quorum: "warning" } as const;

/** A question with its rule, what each seat said, and what came of it. [VO1] [VO5] */
export function VotePanel({ vote, keeps }: VotePanelProps) {
  const t = useTranslations("meeting.vote");
  const locale = useLocale();
  const client = useTRPCClient();
  const { publicId, question, about, settles, mandate, quorum, majority, outcome, count, ballots } = vote;
  const nameOf = ({ nameZh, nameEn }: Ballot) => (locale === "en" ? (nameEn ?? nameZh) : nameZh);
  const present = count.entitled - count.absent;
  return (
    <div className="flex flex-col items-start gap-2 border-l-2 border-line pl-3">
      <p className="prose-measure">
        <Badge tone={outcome ? outcomeTone[outcome] : "info"} className="mr-2">
          {outcome ? t(`outcome.${outcome}`) : t("open")}
        </Badge>
        <OwnWords mark>{question}</OwnWords>
      </p>
      {settles ? (
        <p className="text-sm">
          {`${t("settlesLine", { kind: t(`settlesKind.${settles.register}`) })} `}
          <TextLink href={settles.path}>{(locale === "en" ? settles.en : settles.zh) ?? settles.zh}</TextLink>
        </p>
      ) : null}
      <p className="text-sm">
        {`${t("summary", { ...count })} · ${t("quorumLine", { present, seats: ballots.length, recused: count.recused, entitled: count.entitled, needed: count.needed })}`}
      </p>
      <p className="text-sm text-muted">
        {about ? `${t("aboutLine", { name: organizationName(about, locale) })} · ` : ""}
        <TextLink href={`/mandates/${mandate.publicId}`}>
          {t("rule", {
            mandate: (locale === "en" ? mandate.en : mandate.zh) ?? mandate.zh ?? "",
            quorum,
            majority,
          })}
        </TextLink>
      </p>
      <DataTable
        className="w-full"
        caption={t("ballots")}
        rows={ballots}
        rowKey={({ seat }) => seat}
        columns={[
          {
            key: "seat",
            label: t("seat"),
            lead: true,
            cell: (row) => <OwnWords whole>{nameOf(row)}</OwnWords>,
          },
          { key: "person", label: t("person"), cell: (row) => <Person ballot={row} /> },
          {
            key: "said",
            label: t("said"),
            cell: (row) =>
              row.mayCast ? <Cast vote={publicId} ballot={row} name={nameOf(row)} /> : <Said ballot={row} />,
          },
        ]}
      />
      {outcome === null && keeps ? (
        <div className="no-print flex flex-wrap items-center gap-3">
          <ConfirmDialog
            label={t("close")}
            title={t("closeTitle")}
            body={t("closeBody", { present, entitled: count.entitled, needed: count.needed })}
            run={() => client.meeting.closeVote.mutate({ publicId })}
            done={t("closed")}
          />
          <span className="text-sm text-muted">{t("byBody")}</span>
        </div>
      ) : null}
    </div>
  );
}

function Person({ ballot: { holder, deputy, byDeputy } }: { readonly ballot: Ballot }) {
  const t = useTranslations("meeting.vote");
  if (byDeputy) return <OwnWords>{t("deputy", { name: deputy ?? "" })}</OwnWords>;
  return <OwnWords>{holder ?? ""}</OwnWords>;
}

function Said({ ballot: { choice, conflict, reason } }: { readonly ballot: Ballot }) {
  const t = useTranslations("meeting.vote");
  if (choice === null) return <span className="text-muted">{t("absentOne")}</span>;
  return (
    <span>
      {t(`choice.${choice}`)}
      {conflict ? <span className="block text-sm text-muted">{t(`conflict.${conflict}`)}</span> : null}
      {reason ? (
        <span className="block text-sm text-muted">
          <OwnWords mark>{reason}</OwnWords>
        </span>
      ) : null}
    </span>
  );
}

type CastProps = { readonly vote: string; readonly ballot: Ballot; readonly name: string };

/** Three answers as buttons, the one that was given pressed; recusing asks for its reason. */
function Cast({ vote, ballot: { seat, choice, deputy, byDeputy }, name }: CastProps) {
  const t = useTranslations("meeting.vote");
  const client = useTRPCClient();
  const id = useId();
  const [stands, setStands] = useState(byDeputy);
  const { pending, act } = useAct();
  const cast = (given: "for" | "against" | "abstain") =>
    act(
      () => client.meeting.castBallot.mutate({ publicId: vote, seat, choice: given, deputy: stands }),
      t("casted"),
    );
  return (
    <div className="flex flex-col items-start gap-1">
      <fieldset aria-label={name} className="flex flex-wrap gap-2">
        {(["for", "against", "abstain"] as const).map((given) => (
          <Button
            key={given}
            size="sm"
            className={choice === given ? "border-ink bg-sunken font-semibold" : undefined}
            aria-pressed={choice === given}
            disabled={pending}
            onClick={() => void cast(given)}
          >
            {t(`choice.${given}`)}
          </Button>
        ))}
        <ReasonDialog
          label={t("recuse")}
          title={t("recuseTitle")}
          body={t("recuseBody")}
          run={(reason) =>
            client.meeting.castBallot.mutate({
              publicId: vote,
              seat,
              choice: "recused",
              reason,
              deputy: stands,
            })
          }
        />
      </fieldset>
      {deputy ? (
        <Checkbox
          id={id}
          className="min-h-0 text-sm"
          label={t("byDeputy", { name: deputy })}
          checked={stands}
          onChange={(event) => setStands(event.target.checked)}
        />
      ) : null}
    </div>
  );
}
