"use client";

import { Button, ErrorSummary, Field, Select, TextArea, toast } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useDecisionKeys } from "#features/review/components/use-decision-keys.ts";
import { toErrorMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { ReturnReview } from "../queries.ts";

type Line = { readonly id: number; readonly component: string; readonly text: string };
export type CheckPanelProps = Pick<ReturnReview, "publicId" | "version" | "components">;

/** The two answers to a return: verified, or asked back line by line. One key for each. */
export function CheckPanel({ publicId, version, components }: CheckPanelProps) {
  const t = useTranslations("return.review");
  const common = useTranslations("common");
  const words = useTranslations("error");
  const locale = useLocale();
  const router = useRouter();
  const client = useTRPCClient();
  const first = useRef<HTMLDivElement>(null);
  const [lines, setLines] = useState<readonly Line[]>([{ id: 0, component: "", text: "" }]);
  const [errors, setErrors] = useState<readonly { readonly fieldId?: string; readonly text: string }[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [pending, setPending] = useState(false);

  const decide = async (run: () => Promise<unknown>, done: string) => {
    setPending(true);
    setAttempt((count) => count + 1);
    try {
      await run();
      toast({ title: done, tone: "success" });
      router.push("/review/returns");
      router.refresh();
    } catch (error) {
      const { text, fields } = toErrorMessage(error, { "items.*.text": t("ask") }, words);
      setErrors(
        fields.length > 0
          ? fields.map((one) => ({ fieldId: `ask-${one.field.split(".")[1] ?? 0}-text`, text: one.text }))
          : [{ text }],
      );
      setPending(false);
    }
  };
  const verify = () => decide(() => client.return.verify.mutate({ publicId, version }), t("verified"));
  const query = () => {
    const items = lines.map(({ component, text }) => ({ component: component || null, text }));
    return decide(() => client.return.query.mutate({ publicId, version, items }), t("queried"));
  };
  useDecisionKeys({
    approve: () => {
      if (!pending) void verify();
    },
    sendBack: () => first.current?.querySelector("textarea")?.focus(),
  });
  const change = (id: number, part: Partial<Line>) =>
    setLines(lines.map((line) => (line.id === id ? { ...line, ...part } : line)));

  return (
    <section
      aria-labelledby="decide"
      className="flex flex-col gap-4 self-start border-t border-line pt-4 xl:sticky xl:top-20 xl:border-t-0 xl:border-l xl:pt-0 xl:pl-6"
    >
      <div>
        <h2 id="decide" className="text-lg">
          {t("decide")}
        </h2>
        <p className="text-sm text-muted">{t("keys")}</p>
      </div>
      <ErrorSummary
        title={common("form.errorTitle", { count: errors.length })}
        errors={errors}
        attempt={attempt}
      />
      <Button
        variant="accent"
        aria-keyshortcuts="a"
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
      <Button aria-keyshortcuts="r" className="self-start" pending={pending} onClick={query}>
        {t("query")}
      </Button>
    </section>
  );
}
