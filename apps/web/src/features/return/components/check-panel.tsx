"use client";

import { Button, Field, Select, TextArea } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { DecisionAside } from "#features/review/components/decision-aside.tsx";
import { useDecide } from "#features/review/components/use-decide.ts";
import { useDecisionKeys } from "#features/review/components/use-decision-keys.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { ReturnReview } from "../queries.ts";

type Line = { readonly id: number; readonly component: string; readonly text: string };
export type CheckPanelProps = Pick<ReturnReview, "publicId" | "version" | "components"> & {
  readonly singleKeys: boolean;
};

/** The two answers to a return: verified, or asked back line by line. One key leads to each. */
export function CheckPanel({ publicId, version, components, singleKeys }: CheckPanelProps) {
  const t = useTranslations("return.review");
  const locale = useLocale();
  const client = useTRPCClient();
  const first = useRef<HTMLDivElement>(null);
  const accept = useRef<HTMLButtonElement>(null);
  const [lines, setLines] = useState<readonly Line[]>([{ id: 0, component: "", text: "" }]);
  const { decide, pending, failure, attempt } = useDecide("/review/returns", { "items.*.text": t("ask") });
  const verify = () => decide(() => client.return.verify.mutate({ publicId, version }), t("verified"));
  const query = () => {
    const items = lines.map(({ component, text }) => ({ component: component || null, text }));
    return decide(() => client.return.query.mutate({ publicId, version, items }), t("queried"));
  };
  useDecisionKeys(singleKeys, {
    approve: () => accept.current?.focus(),
    sendBack: () => first.current?.querySelector("textarea")?.focus(),
  });
  const change = (id: number, part: Partial<Line>) =>
    setLines(lines.map((line) => (line.id === id ? { ...line, ...part } : line)));

  return (
    <DecisionAside
      roomy
      title={t("decide")}
      keys={singleKeys ? t("keys") : null}
      failure={failure}
      attempt={attempt}
      idOf={(field) => `ask-${field.split(".")[1] ?? 0}-text`}
    >
      <Button
        ref={accept}
        variant="accent"
        aria-keyshortcuts={singleKeys ? "a" : undefined}
        className="self-start"
        pending={pending}
        onClick={verify}
      >
        {t("verify")}
      </Button>
      <div ref={first} className="flex flex-col gap-4">
        {lines.map((line, at) => (
          <fieldset key={line.id} className="flex flex-col gap-2 border-t border-line pt-3">
            <legend className="sr-only">{t("ask")}</legend>
            <Field id={`ask-${at}-component`} label={t("line")}>
              {(aria) => (
                <Select
                  {...aria}
                  placeholder={t("wholeReturn")}
                  value={line.component}
                  onChange={(event) => change(line.id, { component: event.target.value })}
                  options={components.map(({ code, name }) => ({
                    value: code,
                    label: locale === "en" ? name.en : name.zh,
                  }))}
                />
              )}
            </Field>
            <Field id={`ask-${at}-text`} label={t("ask")}>
              {(aria) => (
                <TextArea
                  {...aria}
                  rows={2}
                  maxLength={1000}
                  value={line.text}
                  onChange={(event) => change(line.id, { text: event.target.value })}
                />
              )}
            </Field>
            {lines.length > 1 ? (
              <Button
                size="sm"
                className="self-start"
                onClick={() => setLines(lines.filter(({ id }) => id !== line.id))}
              >
                {t("removeLine")}
              </Button>
            ) : null}
          </fieldset>
        ))}
        <Button
          size="sm"
          className="self-start"
          onClick={() =>
            setLines([...lines, { id: Math.max(...lines.map(({ id }) => id)) + 1, component: "", text: "" }])
          }
        >
          {t("addLine")}
        </Button>
      </div>
      <Button className="self-start" pending={pending} onClick={query}>
        {t("query")}
      </Button>
    </DecisionAside>
  );
}
