"use client";

import { volumeUnits } from "@lilink/contract";
import type { RelayStep } from "@lilink/model/fund/life";
import { independentUses } from "@lilink/model/register";
import { Button } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { ticked, useSmallForm } from "#components/use-small-form.tsx";
import { readNumber } from "#lib/form/read-number.ts";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

type Open = {
  /** The step that waits. */
  readonly publicId: string;
  readonly isOwn: boolean;
  readonly isFirst: boolean;
};

/** The other side confirms or disputes a step; whoever told it takes it back. [RY2] */
export function AnswerActs({ publicId, isOwn, isFirst }: Open) {
  const t = useTranslations("relay.act");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const answer = (given: "confirm" | "takeBack") =>
    void act(() => client.relay.answer.mutate({ publicId, answer: given, words: "" }), t("done"));
  if (isOwn)
    return (
      <p className="flex flex-wrap items-center gap-3 text-sm text-muted">
        {t("wait")}
        <Button size="sm" pending={pending} onClick={() => answer("takeBack")}>
          {t("takeBack")}
        </Button>
      </p>
    );
  return (
    <p className="flex flex-wrap gap-2">
      <Button size="sm" variant="accent" pending={pending} onClick={() => answer("confirm")}>
        {t("confirm")}
      </Button>
      <ReasonDialog
        label={t(isFirst ? "refuse" : "dispute")}
        title={t(isFirst ? "refuseTitle" : "disputeTitle")}
        body={t(isFirst ? "refuseBody" : "disputeBody")}
        field="words"
        run={(words) => client.relay.answer.mutate({ publicId, answer: "dispute", words })}
      />
    </p>
  );
}

type Told = Exclude<RelayStep, "claim">;

/** Tells the next step of a claim: work, first use with its proof, or a return with its reason. [RY6] */
export function TellForm({
  publicId,
  steps,
  today,
}: {
  readonly publicId: string;
  readonly steps: readonly RelayStep[];
  readonly today: string;
}) {
  const t = useTranslations("relay");
  const client = useTRPCClient();
  const told = steps.filter((step): step is Told => step !== "claim");
  const form = useSmallForm(
    `tell-${publicId}`,
    { step: told[0] ?? "", happenedOn: today, unit: "t", useKind: "delivery" },
    {
      step: t("act.step"),
      happenedOn: t("act.happenedOn"),
      words: t("act.words"),
      useKind: t("act.useKind"),
      volume: t("act.volume"),
      unit: t("act.unit"),
    },
  );
  const { values } = form;
  // What stands there after one step was told is no step of the next state.
  const step = told.find((one) => one === values.step) ?? told[0] ?? "return";
  const isUse = step === "use";
  const volume = isUse ? (readNumber(values.volume) ?? null) : null;
  const send = () =>
    void form.act(
      () =>
        client.relay.tell.mutate({
          publicId,
          step,
          happenedOn: values.happenedOn ?? "",
          words: values.words ?? "",
          useKind: isUse ? (independentUses.find((one) => one === values.useKind) ?? null) : null,
          volume,
          unit: volume === null ? null : (volumeUnits.find((one) => one === values.unit) ?? null),
        }),
      t("act.sent"),
    );
  return form.frame(
    send,
    t("act.send"),
    <>
      {form.choice(
        "step",
        told.map((value) => ({ value, label: t(`step.${value}`) })),
      )}
      {form.text("happenedOn", { type: "date", max: today, required: true })}
      {isUse ? (
        <>
          {form.choice(
            "useKind",
            independentUses.map((value) => ({ value, label: t(`useKind.${value}`) })),
          )}
          {form.text("volume", { decimal: true })}
          {form.choice(
            "unit",
            volumeUnits.map((value) => ({ value, label: t(`unit.${value}`) })),
          )}
        </>
      ) : null}
      {form.area("words", { help: t("act.wordsHelp"), required: step !== "begin" })}
    </>,
  );
}

/** Whoever uses a result says whether others may know. [RY3] */
export function NameForm({ publicId, named }: { readonly publicId: string; readonly named: boolean }) {
  const t = useTranslations("relay.act");
  const client = useTRPCClient();
  const form = useSmallForm(`name-${publicId}`, { named: named ? ticked : "" }, { named: t("named") });
  const send = () =>
    void form.act(
      () => client.relay.name.mutate({ publicId, named: form.values.named === ticked }),
      t("nameSaved"),
    );
  return form.frame(send, t("name"), form.box("named"));
}
