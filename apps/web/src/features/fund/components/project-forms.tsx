"use client";

import { maturityLadder } from "@lilink/model/fund/life";
import { useTranslations } from "next-intl";
import { useSmallForm } from "#components/use-small-form.tsx";
import { readNumber } from "#lib/form/read-number.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Plans a milestone; its first days stay. [FU22] */
export function MilestoneForm({ publicId }: { readonly publicId: string }) {
  const t = useTranslations("fund.project");
  const client = useTRPCClient();
  const form = useSmallForm(
    "milestone",
    {},
    {
      workPackage: t("workPackage"),
      title: t("milestone"),
      measure: t("measure"),
      startsOn: t("startsOn"),
      dueOn: t("dueOn"),
    },
  );
  const { values } = form;
  const send = () =>
    void form.act(
      () =>
        client.fund.addMilestone.mutate({
          publicId,
          workPackage: values.workPackage ?? "",
          title: values.title ?? "",
          measure: values.measure ?? "",
          startsOn: values.startsOn ?? "",
          dueOn: values.dueOn ?? "",
        }),
      t("added"),
    );
  return form.frame(
    send,
    t("add"),
    <>
      {form.text("workPackage", { required: true })}
      {form.text("title", { required: true })}
      {form.text("measure", { required: true })}
      {form.text("startsOn", { type: "date", required: true })}
      {form.text("dueOn", { type: "date", required: true })}
    </>,
  );
}

/** Records a rung of readiness with its TRL and evidence. [FU24] */
export function MaturityForm({
  publicId,
  rung,
  today,
}: {
  readonly publicId: string;
  /** Where the project stands now. */
  readonly rung: string;
  readonly today: string;
}) {
  const t = useTranslations("fund.project");
  const rungs = useTranslations("relay.rung");
  const client = useTRPCClient();
  const form = useSmallForm(
    "maturity",
    { rung, reachedOn: today },
    {
      rung: t("rung"),
      trl: t("trl"),
      reachedOn: t("reachedOn"),
      evidence: t("evidence"),
      reason: t("ladderReason"),
    },
  );
  const { values } = form;
  const send = () =>
    void form.act(
      () =>
        client.fund.tellMaturity.mutate({
          publicId,
          rung: maturityLadder.find((one) => one === values.rung) ?? "lab",
          trl: readNumber(values.trl) ?? Number.NaN,
          reachedOn: values.reachedOn ?? "",
          evidence: values.evidence ?? "",
          reason: values.reason ?? "",
        }),
      t("rungTold"),
    );
  return form.frame(
    send,
    t("tellRung"),
    <>
      {form.choice(
        "rung",
        maturityLadder.map((value) => ({ value, label: rungs(value) })),
      )}
      {form.text("trl", { decimal: true, required: true })}
      {form.text("reachedOn", { type: "date", max: today, required: true })}
      {form.text("evidence", { help: t("evidenceHelp"), required: true })}
      {form.text("reason", { help: t("ladderReasonHelp") })}
    </>,
  );
}
