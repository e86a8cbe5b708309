"use client";

import { Button, cn, Field, Select, TextArea } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { StateForm } from "#components/state-form.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { money, readRows } from "../view.ts";

type Entry = {
  readonly publicId: string;
  readonly title: string;
  /** What it asks for, in yuan. */
  readonly asked: number;
  readonly mayRecommend: boolean;
  readonly isTop: boolean;
};
const decisions = ["recommend", "reserve", "pass"] as const;
type Decision = (typeof decisions)[number];

type RankFormProps = {
  readonly call: string;
  readonly entries: readonly Entry[];
  /** What is left in the call, in yuan. */
  readonly left: number;
};

/** The panel's list: a decision for each application, minutes, and who was recused from what. [FU17] */
export function RankForm({ call, entries, left }: RankFormProps) {
  const t = useTranslations("fund.room");
  const locale = useLocale() === "en" ? "en" : "zh-CN";
  const client = useTRPCClient();
  const [decided, setDecided] = useState<Readonly<Record<string, Decision>>>(() =>
    Object.fromEntries(
      entries.map(({ publicId, isTop, mayRecommend }) => [
        publicId,
        isTop && mayRecommend ? "recommend" : "pass",
      ]),
    ),
  );
  const [minutes, setMinutes] = useState("");
  const [recusals, setRecusals] = useState("");
  const [bad, setBad] = useState<number | null>(null);
  const { pending, failures, act } = useAct({ minutes: t("minutes") });
  const chosen = (of: Decision) =>
    entries.flatMap(({ publicId }) => (decided[publicId] === of ? [publicId] : []));

  const recommended = chosen("recommend");
  const sum = entries.reduce(
    (total, { publicId, asked }) => total + (recommended.includes(publicId) ? asked : 0),
    0,
  );
  const leave = async () => {
    const read = readRows(recusals, "/", 3);
    const rows = "rows" in read ? read.rows : [];
    const named = rows.map(([name = "", number, reason = ""]) => ({
      name,
      application: entries[Number(number) - 1]?.publicId ?? "",
      reason,
    }));
    const wrong = "bad" in read ? read.bad : named.findIndex(({ application }) => application === "") + 1;
    setBad(wrong || null);
    if (wrong) return;
    await act(
      () =>
        client.fund.rank.mutate({
          call,
          minutes,
          recommended,
          reserve: chosen("reserve"),
          recusals: named,
        }),
      t("ranked"),
    );
  };
  return (
    <StateForm className="flex max-w-3xl flex-col gap-5" onSend={() => void leave()}>
      <ol className="hairline-list">
        {entries.map(({ publicId, title, mayRecommend }, at) => (
          <li key={publicId} className="flex flex-wrap items-center justify-between gap-3 py-2">
            <span className="min-w-0 flex-1">{`${at + 1}. ${title}`}</span>
            <Select
              aria-label={`${t("decision")} ${at + 1}`}
              className="w-40"
              value={decided[publicId] ?? "pass"}
              options={decisions
                .filter((one) => mayRecommend || one !== "recommend")
                .map((value) => ({ value, label: t(value) }))}
              onChange={({ target }) => setDecided({ ...decided, [publicId]: target.value as Decision })}
            />
          </li>
        ))}
      </ol>
      <p aria-live="polite" className={cn("-mt-2 tabular-nums", sum > left && "font-medium text-danger")}>
        {t(sum > left ? "sumOver" : "sum", {
          count: recommended.length,
          sum: money(sum, locale),
          left: money(left, locale),
        })}
      </p>
      <Field id="rank-minutes" label={t("minutes")} error={failures.minutes} required>
        {(aria) => (
          <TextArea {...aria} rows={4} value={minutes} onChange={({ target }) => setMinutes(target.value)} />
        )}
      </Field>
      <Field
        id="rank-recusals"
        label={t("recusals")}
        help={t("recusalsHelp")}
        error={bad === null ? undefined : t("badRecusal", { line: bad })}
      >
        {(aria) => (
          <TextArea
            {...aria}
            rows={2}
            value={recusals}
            onChange={({ target }) => setRecusals(target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="accent" pending={pending} className="self-start">
        {t("rank")}
      </Button>
    </StateForm>
  );
}
