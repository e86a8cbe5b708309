"use client";

import { Button, Checkbox, Field, TextArea, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { StateForm } from "#components/state-form.tsx";
import { readNumber } from "#lib/form/read-number.ts";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { Reviewer } from "../queries.ts";
import { readRows, toLines } from "../view.ts";

/** What a person can review: it finds fits and conflicts. [FU14] */
export function ReviewerForm({ reviewer }: { readonly reviewer: Reviewer }) {
  const t = useTranslations("fund.desk");
  const client = useTRPCClient();
  const [values, setValues] = useState({
    subject: reviewer?.subject ?? "",
    most: String(reviewer?.most ?? 4),
    declared: reviewer?.declared.join("\n") ?? "",
    papers:
      reviewer?.papers
        .map(({ publishedOn, title, authors }) => `${publishedOn} | ${title} | ${authors.join("; ")}`)
        .join("\n") ?? "",
    active: reviewer?.active ?? true,
  });
  const [bad, setBad] = useState<number | null>(null);
  const labels = { subject: t("subject"), most: t("most"), declared: t("declared"), papers: t("papers") };
  const { pending, failures, act } = useAct(labels);
  const set = (part: Partial<typeof values>) => setValues({ ...values, ...part });
  const area = (name: "subject" | "declared" | "papers", rows: number, help?: string, error?: string) => (
    <Field id={`reviewer-${name}`} label={t(name)} help={help} error={error ?? failures[name]}>
      {(aria) => (
        <TextArea
          {...aria}
          rows={rows}
          value={values[name]}
          onChange={({ target }) => set({ [name]: target.value })}
        />
      )}
    </Field>
  );
  const save = async () => {
    const read = readRows(values.papers, "|", 2);
    setBad("bad" in read ? read.bad : null);
    if ("bad" in read) return;
    await act(
      () =>
        client.fund.enrol.mutate({
          subject: values.subject,
          most: readNumber(values.most) ?? Number.NaN,
          declared: toLines(values.declared),
          active: values.active,
          papers: read.rows.map(([publishedOn = "", title = "", authors = ""]) => ({
            publishedOn,
            title,
            abstract: reviewer?.papers.find((one) => one.title === title)?.abstract ?? "",
            authors: authors
              .split(/[;；]/u)
              .map((name) => name.trim())
              .filter(Boolean),
          })),
        }),
      t("saved"),
    );
  };
  return (
    <StateForm className="flex max-w-3xl flex-col gap-5" onSend={() => void save()}>
      {area("subject", 2)}
      {area("papers", 4, t("papersHelp"), bad === null ? undefined : t("badPaper", { line: bad }))}
      {area("declared", 2, t("declaredHelp"))}
      <Field id="reviewer-most" label={t("most")} error={failures.most} className="w-32">
        {(aria) => (
          <TextInput
            {...aria}
            inputMode="numeric"
            value={values.most}
            onChange={({ target }) => set({ most: target.value })}
          />
        )}
      </Field>
      <Checkbox
        id="reviewer-active"
        label={t("active")}
        checked={values.active}
        onChange={({ target }) => set({ active: target.checked })}
      />
      <Button type="submit" variant="accent" pending={pending} className="self-start">
        {t("save")}
      </Button>
    </StateForm>
  );
}
