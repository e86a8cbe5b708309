"use client";

import { Button, Field, RadioGroup, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ReasonDialog } from "#components/reason-dialog.tsx";
import { StateForm } from "#components/state-form.tsx";
import { forgetCopy, keepCopy, readCopy } from "#lib/form/local-copy.ts";
import { useAct } from "#lib/form/use-act.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

type Given = {
  readonly publicId: string;
  readonly criteria: readonly { readonly name: string; readonly weight: number; readonly anchors: string }[];
};
type Values = {
  readonly scores: readonly string[];
  readonly confidence: string;
  readonly words: string;
  readonly note: string;
};

/** Scores by criterion, how sure, words for the applicant and for the panel. What is typed lies on this device until it is handed in. */
export function ReviewForm({ publicId, criteria }: Given) {
  const t = useTranslations("fund.task");
  const client = useTRPCClient();
  const router = useRouter();
  const copyKey = `fund-review:${publicId}`;
  const [values, setValues] = useState<Values>({ scores: ["", "", ""], confidence: "", words: "", note: "" });
  const { pending, failures, act } = useAct({
    ...Object.fromEntries(criteria.map(({ name }, at) => [`scores.${at}`, name])),
    confidence: t("confidence"),
    words: t("words"),
    note: t("note"),
  });
  useEffect(() => {
    const copy = readCopy<Values>(copyKey);
    if (copy) setValues(copy.values);
  }, [copyKey]);
  const set = (part: Partial<Values>) => {
    const next = { ...values, ...part };
    setValues(next);
    keepCopy(copyKey, next, Date.now());
  };
  const score = (text: string | undefined) => (text ? Number(text) : Number.NaN);
  const send = async () => {
    const [one, two, three] = values.scores;
    const done = await act(
      () =>
        client.fund.submitReview.mutate({
          publicId,
          scores: [score(one), score(two), score(three)],
          confidence: score(values.confidence),
          words: values.words,
          note: values.note,
        }),
      t("submitted"),
    );
    if (done) forgetCopy(copyKey);
  };
  const scale = ["1", "2", "3", "4", "5"].map((value) => ({ value, label: value }));
  const leave = (step: "decline" | "recuse") => async (reason: string) => {
    await client.fund.leaveReview.mutate({ publicId, step, reason });
    router.push("/fund/reviews");
  };
  return (
    <StateForm className="flex max-w-3xl flex-col gap-5" onSend={() => void send()}>
      {criteria.map(({ name, weight, anchors }, at) => (
        <div key={name}>
          <RadioGroup
            id={`score-${at}`}
            inline
            name={`score-${at}`}
            legend={t("score", { name, weight })}
            {...(anchors && { help: anchors })}
            error={failures[`scores.${at}`]}
            options={scale}
            value={values.scores[at] ?? ""}
            onChange={({ target }) =>
              set({ scores: values.scores.map((one, index) => (index === at ? target.value : one)) })
            }
          />
        </div>
      ))}
      <RadioGroup
        id="confidence"
        inline
        name="confidence"
        legend={t("confidence")}
        error={failures.confidence}
        options={scale}
        value={values.confidence}
        onChange={({ target }) => set({ confidence: target.value })}
      />
      <Field id="review-words" label={t("words")} help={t("wordsHelp")} error={failures.words} required>
        {(aria) => (
          <TextArea
            {...aria}
            rows={6}
            value={values.words}
            onChange={({ target }) => set({ words: target.value })}
          />
        )}
      </Field>
      <Field id="review-note" label={t("note")} error={failures.note}>
        {(aria) => (
          <TextArea
            {...aria}
            rows={3}
            value={values.note}
            onChange={({ target }) => set({ note: target.value })}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="accent" pending={pending}>
          {t("submit")}
        </Button>
        <ReasonDialog
          label={t("decline")}
          title={t("declineTitle")}
          body={t("declineBody")}
          run={leave("decline")}
        />
        <ReasonDialog
          label={t("recuse")}
          title={t("recuseTitle")}
          body={t("recuseBody")}
          run={leave("recuse")}
        />
      </div>
    </StateForm>
  );
}
