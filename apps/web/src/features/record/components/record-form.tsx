"use client";

import { type Source, toFaults, toSaveSchema } from "@lilink/contract";
import { recordWords } from "@lilink/i18n/register";
import { findRegister, isAsked, missingOf, type RegisterName, type Values } from "@lilink/model/register";
import { Button, ErrorSummary, NoticeBox, Section } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ButtonLink } from "#components/button-link.tsx";
import { StateForm } from "#components/state-form.tsx";
import { type FieldLabels, toErrorMessage, toFieldMessage } from "#lib/error-message.ts";
import { forgetCopy, keepCopy, readCopy } from "#lib/form/local-copy.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { readPublicError } from "#lib/public-error.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { toParts } from "../view.ts";
import { typesDays } from "./choose-days.ts";
import { FieldInput } from "./field-input.tsx";
import { SourcesInput } from "./sources-input.tsx";

export type RecordFormProps = {
  readonly register: string;
  /** Of the record that is edited; a new one has none. */
  readonly publicId?: string;
  readonly revision?: number;
  readonly values: Values;
  readonly sources: readonly Source[];
  /** What a new record is about: what is typed for another one lies beside it. */
  readonly about?: string;
};

type Typed = { readonly values: Values; readonly sources: readonly Source[]; readonly revision: number };
type Failure = { readonly field: string; readonly text: string };

/**
 * The form of a register. What is typed lies on this device until it is saved, so a reload or a lost session costs nothing;
 * a save that saw an older revision keeps both texts and says so.
 */
export function RecordForm({
  register: name,
  publicId,
  revision = 0,
  values: first,
  sources: firstSources,
  about = "",
}: RecordFormProps) {
  const t = useTranslations("register.form");
  const errors = useTranslations("error");
  const action = useTranslations("common.action");
  const locale = useLocale();
  const router = useRouter();
  const client = useTRPCClient();
  const copyKey = `record:${name}:${publicId ?? `new${about}`}`;
  const [typed, setTyped] = useState<Typed>({ values: first, sources: firstSources, revision });
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const [pending, setPending] = useState(false);
  const [isStale, setStale] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const register = findRegister(name);

  useEffect(() => {
    const kept = readCopy<Typed>(copyKey)?.values;
    if (!kept) return;
    setTyped(kept);
    setStale(kept.revision !== revision);
  }, [copyKey, revision]);

  if (!register) return null;
  const words = recordWords(name, locale);
  const schema = toSaveSchema(register);
  const fields = Object.entries(register.fields).filter(([, field]) => !field.byStep);
  const labels: FieldLabels = Object.fromEntries([
    ...fields.map(([field]) => [`values.${field}`, words.field(field, typed.values)]),
    ["sources", t("sources")],
  ]);
  const idOf = (field: string) => `record-${field.replaceAll(".", "-")}`;
  const errorOf = (field: string) =>
    failures.find((failure) => failure.field === field || failure.field.startsWith(`${field}.`))?.text;
  const type = (next: Typed) => {
    setTyped(next);
    keepCopy<Typed>(copyKey, next, Date.now());
  };
  const fail = (found: readonly Failure[]) => {
    setFailures(found);
    setAttempt((now) => now + 1);
  };

  const save = async () => {
    const given = { ...typed, ...(publicId ? { publicId } : {}) };
    const parsed = schema.safeParse(given);
    if (!parsed.success) {
      const faults = toFaults(parsed.error).map((fault) => ({ ...fault, field: toShown(fault.field) }));
      return fail(
        faults.map((fault) => ({ field: fault.field, text: toFieldMessage(fault, labels, errors).text })),
      );
    }
    // A record that is live from its first state cannot wait for what is missing.
    const isLive = register.machine.states[register.machine.start]?.live === true;
    const missing = isLive ? missingOf(register, parsed.data.values) : [];
    if (missing.length > 0)
      return fail(
        missing.map((name) => {
          const fault = { field: `values.${name}`, rule: "required" } as const;
          return { field: fault.field, text: toFieldMessage(fault, labels, errors).text };
        }),
      );
    setPending(true);
    try {
      const saved = await client[name as RegisterName].save.mutate(parsed.data);
      forgetCopy(copyKey);
      router.push(`/${register.rest.path}/${saved.publicId}`);
      router.refresh();
    } catch (error) {
      const { code } = readPublicError(error);
      const message = toErrorMessage(error, labels, errors);
      setStale(code === "CONFLICT" && publicId !== undefined);
      fail(
        message.fields.length > 0
          ? message.fields.map(({ field, text }) => ({ field: toShown(field), text }))
          : [{ field: "", text: message.text }],
      );
    } finally {
      setPending(false);
    }
  };

  const daysTyped = typesDays(Object.values(register.fields).filter(({ byStep }) => !byStep));
  return (
    <StateForm noValidate className="flex max-w-3xl flex-col gap-6" onSend={() => void save()}>
      {failures.length > 0 ? (
        <ErrorSummary
          key={attempt}
          title={t("errors")}
          errors={failures.map(({ field, text }) => (field ? { fieldId: idOf(field), text } : { text }))}
        />
      ) : null}
      {isStale ? (
        <NoticeBox tone="warning" title={t("staleTitle")}>
          <p>{t("stale")}</p>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button
              size="sm"
              onClick={() => {
                type({ ...typed, revision });
                setStale(false);
              }}
            >
              {t("keepMine")}
            </Button>
            <Button
              size="sm"
              onClick={() => {
                forgetCopy(copyKey);
                setTyped({ values: first, sources: firstSources, revision });
                setStale(false);
              }}
            >
              {t("takeTheirs")}
            </Button>
          </div>
        </NoticeBox>
      ) : null}
      {toParts(
        fields.filter(([field]) => isAsked(register, field, typed.values)),
        words.part,
      ).map(({ heading, own }) => {
        const inputs = own.map(([field, one]) => (
          <FieldInput
            key={field}
            id={idOf(`values.${field}`)}
            name={field}
            field={one}
            words={words}
            values={typed.values}
            error={errorOf(`values.${field}`)}
            typesDays={daysTyped}
            onChange={(value) => type({ ...typed, values: { ...typed.values, [field]: value } })}
          />
        ));
        return heading === null ? (
          inputs
        ) : (
          <fieldset key={heading} className="flex flex-col gap-6 border-t border-line pt-4">
            <legend className="float-left w-full text-lg font-semibold">{heading}</legend>
            {inputs}
          </fieldset>
        );
      })}
      <Section id={idOf("sources")} title={t("sources")}>
        <SourcesInput
          sources={typed.sources}
          error={errorOf("sources")}
          onChange={(sources) => type({ ...typed, sources })}
        />
      </Section>
      <div className="flex flex-wrap items-center gap-3 border-t border-line pt-4">
        <Button type="submit" variant="accent" pending={pending}>
          {t("save")}
        </Button>
        {publicId ? (
          <ButtonLink href={`/${register.rest.path}/${publicId}`} variant="quiet">
            {action("cancel")}
          </ButtonLink>
        ) : null}
        <p className="text-sm text-muted">{t("kept")}</p>
      </div>
    </StateForm>
  );
}

/** The form shows one control for a whole value: `values.cost.basis` is at fault at `values.cost`. */
function toShown(field: string): string {
  return field.split(".").slice(0, 2).join(".");
}
