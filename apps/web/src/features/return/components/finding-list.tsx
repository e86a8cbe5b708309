"use client";

import { queryCode } from "@lilink/model/return";
import { Field, Section, TextArea } from "@lilink/ui";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReturnForm } from "../queries.ts";
import { cellId } from "../view.ts";
import { useFindingText } from "./finding-text.tsx";

export type FindingListProps = {
  readonly form: Pick<ReturnForm, "components" | "dimensions">;
  readonly findings: ReturnForm["findings"];
  readonly words: ReadonlyMap<string, string>;
  readonly explain: (key: string, text: string) => void;
};

/** The id of the control that takes an explanation. */
export function explanationId(findings: ReturnForm["findings"], key: string): string {
  return `explanation-${findings.findIndex((one) => one.key === key)}`;
}

/** What a checker asks, and what does not hold as it stands: what must be mended, and what must be explained. */
export function FindingList({ form, findings, words, explain }: FindingListProps) {
  const t = useTranslations("return.finding");
  const textOf = useFindingText(form);
  const hard = findings.filter(({ severity }) => severity === "hard");
  const soft = findings.filter(({ severity, code }) => severity === "soft" && code !== queryCode);
  const queries = findings.filter(({ code }) => code === queryCode);
  const control = (finding: ReturnForm["findings"][number], placeholder: string) => (
    <Field
      key={finding.key}
      id={explanationId(findings, finding.key)}
      label={textOf(finding)}
      required={finding.code === queryCode}
    >
      {(aria) => (
        <TextArea
          {...aria}
          rows={2}
          maxLength={1000}
          placeholder={placeholder}
          value={words.get(finding.key) ?? ""}
          onChange={(event) => explain(finding.key, event.target.value)}
          className="min-h-16"
        />
      )}
    </Field>
  );
  return (
    <Section id="findings" title={t("title")}>
      {queries.length > 0 ? (
        <>
          <h3 className="mb-2 text-base font-medium">{t("queries")}</h3>
          <div className="mb-4 flex max-w-2xl flex-col gap-5">
            {queries.map((finding) => control(finding, t("answer")))}
          </div>
        </>
      ) : null}
      {findings.length === queries.length ? (
        <p className="flex items-center gap-2">
          <CircleCheck aria-hidden className="size-4 text-success" /> {t("none")}
        </p>
      ) : null}
      {hard.length > 0 ? (
        <>
          <h3 className="mb-1 text-base font-medium">{t("hard")}</h3>
          <ul className="mb-4 flex flex-col gap-1">
            {hard.map((finding) => (
              <li key={finding.key} className="flex items-start gap-2">
                <TriangleAlert aria-hidden className="mt-[0.3em] size-4 shrink-0 text-danger" />
                <span>
                  {finding.at ? (
                    <a href={`#${cellId(finding.at)}`} className="underline underline-offset-2">
                      {textOf(finding)}
                    </a>
                  ) : (
                    textOf(finding)
                  )}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {soft.length > 0 ? (
        <>
          <h3 className="mb-2 text-base font-medium">{t("soft")}</h3>
          <div className="flex max-w-2xl flex-col gap-5">
            {soft.map((finding) => control(finding, t("words")))}
          </div>
        </>
      ) : null}
    </Section>
  );
}
