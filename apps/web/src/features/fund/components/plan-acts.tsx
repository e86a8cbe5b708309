"use client";

import {
  checkCauses,
  moveReasons,
  type PlanStage,
  planRefusals,
  planVerdicts,
} from "@lilink/model/fund/life";
import { NoticeBox, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ticked, useSmallForm } from "#components/use-small-form.tsx";
import { readPublicError } from "#lib/public-error.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { dayText } from "../view.ts";

type Given = { readonly publicId: string; readonly stages: readonly PlanStage[]; readonly today: string };

/** What speaks against an act, every reason in words. */
function useRefusals() {
  const t = useTranslations("fund.refusal");
  const [refused, setRefused] = useState<readonly string[]>([]);
  const watch = async <T,>(run: () => Promise<T>): Promise<T> => {
    setRefused([]);
    try {
      return await run();
    } catch (error) {
      const { code, params } = readPublicError(error);
      const codes = String(params?.state ?? "").split(",");
      if (code === "WRONG_STATE")
        setRefused(planRefusals.filter((one) => codes.includes(one)).map((one) => t(one)));
      throw error;
    }
  };
  const notice =
    refused.length > 0 ? (
      <NoticeBox tone="danger" className="mt-3">
        <ul className="list-disc pl-5">
          {refused.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      </NoticeBox>
    ) : null;
  return { watch, notice };
}

/** The leader moves a review, or asks for the next one early. [FU19] */
export function LeaderActs({ publicId, stages, isFree, today }: Given & { readonly isFree: boolean }) {
  const t = useTranslations("fund");
  const locale = useLocale();
  const client = useTRPCClient();
  const { watch, notice } = useRefusals();
  const early = useRefusals();
  const move = useSmallForm(
    "move",
    { stage: stages[0] ?? "", to: "", reason: "" },
    { stage: t("award.stage"), to: t("award.to"), reason: t("award.reason") },
  );
  const soon = useSmallForm("early", { to: "" }, { to: t("award.earlyOn") });
  const stageOf = (text: string | undefined) => stages.find((one) => one === text) ?? "mid_term";
  const sendMove = () =>
    void move.act(
      () =>
        watch(() =>
          client.fund.move.mutate({
            publicId,
            stage: stageOf(move.values.stage),
            to: move.values.to ?? "",
            reason: moveReasons.find((one) => one === move.values.reason) ?? null,
          }),
        ),
      ({ pushed: [first] }) =>
        first
          ? t("award.pushed", { stage: t(`stage.${first.stage}`), day: dayText(first.now, locale) })
          : t("award.moveDone"),
    );
  return (
    <>
      <Section id="move" title={t("award.move")}>
        {move.frame(
          sendMove,
          t("award.move"),
          <>
            {move.choice(
              "stage",
              stages.map((value) => ({ value, label: t(`stage.${value}`) })),
            )}
            {move.text("to", { type: "date", required: true })}
            {move.choice(
              "reason",
              [
                ...(isFree ? [{ value: "", label: t("award.noReason") }] : []),
                ...moveReasons.map((value) => ({ value, label: t(`moveReason.${value}`) })),
              ],
              ...(isFree ? [] : [t("award.reason")]),
            )}
          </>,
        )}
        {notice}
      </Section>
      <Section id="early" title={t("award.early")}>
        <p className="mb-3 text-sm text-muted">{t("award.earlyLead")}</p>
        {soon.frame(
          () =>
            void soon.act(
              () => early.watch(() => client.fund.early.mutate({ publicId, to: soon.values.to ?? today })),
              t("award.earlyDone"),
            ),
          t("award.early"),
          soon.text("to", { type: "date", required: true }),
        )}
        {early.notice}
      </Section>
    </>
  );
}

type FundGiven = Given & {
  /** The first day on which the next review is due; before it the form is folded. */
  readonly opensOn: string | null;
};

/** The fund records a review that was held, or asks for a look on a named cause. [FU19] */
export function FundActs({ publicId, stages, today, opensOn }: FundGiven) {
  const t = useTranslations("fund");
  const locale = useLocale();
  const client = useTRPCClient();
  const held = useRefusals();
  const asked = useRefusals();
  const end = useSmallForm(
    "end",
    { to: today, verdict: "", negative: "" },
    { to: t("award.endOn"), verdict: t("award.verdict"), negative: t("award.negative") },
  );
  const check = useSmallForm(
    "check",
    { to: today, cause: "" },
    { to: t("award.checkOn"), cause: t("award.cause") },
  );
  const [next] = stages;
  const record = (stage: PlanStage) =>
    void end.act(
      () =>
        held.watch(() =>
          client.fund.endStage.mutate({
            publicId,
            stage,
            to: end.values.to ?? "",
            // Nothing is chosen for whoever records it: without a verdict the form says so.
            verdict: end.values.verdict as (typeof planVerdicts)[number],
            negative: end.values.negative === ticked,
          }),
        ),
      t("award.endDone"),
    );
  const form = (stage: PlanStage) =>
    end.frame(
      () => record(stage),
      t("award.end"),
      <>
        {end.text("to", { type: "date", max: today, required: true })}
        {end.choice(
          "verdict",
          planVerdicts.map((value) => ({ value, label: t(`verdict.${value}`) })),
          t("award.chooseVerdict"),
        )}
        {end.box("negative")}
      </>,
      "plain",
    );
  return (
    <>
      {next ? (
        <Section id="held" title={`${t("award.end")}: ${t(`stage.${next}`)}`}>
          {opensOn !== null && today < opensOn ? (
            <>
              <p className="mb-2 text-muted">{t("award.notDue", { day: dayText(opensOn, locale) })}</p>
              <details>
                <summary className="text-link">{t("award.heldEarly")}</summary>
                <div className="mt-3">{form(next)}</div>
              </details>
            </>
          ) : (
            form(next)
          )}
          {held.notice}
        </Section>
      ) : null}
      <Section id="check" title={t("award.check")}>
        {check.frame(
          () =>
            void check.act(
              () =>
                asked.watch(() =>
                  client.fund.askCheck.mutate({
                    publicId,
                    to: check.values.to ?? "",
                    cause: checkCauses.find((one) => one === check.values.cause) ?? null,
                  }),
                ),
              t("award.checkDone"),
            ),
          t("award.check"),
          <>
            {check.text("to", { type: "date", required: true })}
            {check.choice("cause", [
              { value: "", label: t("award.noCause") },
              ...checkCauses.map((value) => ({ value, label: t(`cause.${value}`) })),
            ])}
          </>,
          "plain",
        )}
        {asked.notice}
      </Section>
    </>
  );
}
