"use client";

import { Button, Field, NoticeBox, TextArea, TextInput } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { SaveStatus } from "#components/save-status.tsx";
import { StateForm } from "#components/state-form.tsx";
import { OrganizationPick } from "#features/organization/components/organization-pick.tsx";
import { toErrorMessage, toFieldMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { readPublicError } from "#lib/public-error.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { Application } from "../queries.ts";
import {
  type ApplicationValues,
  fitOf,
  isNoNumber,
  sharesOf,
  toValues,
  withShare,
} from "./application-values.ts";
import { useApplicationSave } from "./use-application-save.ts";

type Given = Pick<Application, "application" | "call"> & { readonly leadKind: string };
type TextName = Exclude<keyof ApplicationValues, "partners">;

/** The form of an application: it saves itself, says how near it is to the call, and is handed in while the call is open. [FU12] */
export function ApplicationForm({ application, call, leadKind }: Given) {
  const t = useTranslations("fund.form");
  const own = useTranslations("common.ownWords");
  const locale = useLocale();
  const router = useRouter();
  const client = useTRPCClient();
  const { publicId } = application;
  const { values, set, state, flush, revisionNow, failed } = useApplicationSave(
    publicId,
    toValues(application, locale),
    application.revision,
    application.savedAt,
  );
  const [refused, setRefused] = useState<unknown>(null);
  const [isLate, setLate] = useState(call.phase !== "open");

  const submit = async () => {
    setRefused(null);
    if (!(await flush())) return;
    try {
      await client.fund.submit.mutate({ publicId, revision: revisionNow() });
      router.refresh();
    } catch (error) {
      setLate(readPublicError(error).code === "WRONG_STATE");
      setRefused(error);
      throw error;
    }
  };
  const failures = useFailures(values, failed ?? refused);
  const text = (name: TextName, rows: number, { help, unit }: { help?: string; unit?: true } = {}) => (
    <Field id={`application-${name}`} label={t(name)} help={help} error={failures[name]}>
      {(aria) =>
        rows > 1 ? (
          <TextArea
            {...aria}
            rows={rows}
            value={values[name]}
            onChange={({ target }) => set({ [name]: target.value })}
          />
        ) : (
          <TextInput
            {...aria}
            inputMode={unit ? "decimal" : undefined}
            value={values[name]}
            onChange={({ target }) => set({ [name]: target.value })}
          />
        )
      }
    </Field>
  );
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <StateForm noValidate className="flex min-w-0 flex-col gap-6">
        {isLate ? <NoticeBox tone="warning">{t("late")}</NoticeBox> : null}
        {state.kind === "conflict" ? <NoticeBox tone="danger">{t("conflict")}</NoticeBox> : null}
        {text("title", 1, { help: own("help") })}
        {text("abstract", 4, { help: t("abstractHelp") })}
        {text("body", 14)}
        <div className="grid gap-6 sm:grid-cols-3">
          {text("asked", 1, { unit: true })}
          {text("months", 1, { unit: true })}
          {text("share", 1, { unit: true })}
        </div>
        <Partners values={values} set={set} failures={failures} />
        <div className="grid gap-6 sm:grid-cols-2">
          {text("leader", 1)}
          {text("team", 3, { help: t("teamHelp") })}
        </div>
        <div className="sticky bottom-16 z-10 -mx-4 flex flex-wrap items-center gap-3 border-t border-line bg-ground px-4 py-3 lg:bottom-0 lg:mx-0 lg:px-0">
          {isLate ? null : (
            <ConfirmDialog
              variant="accent"
              label={t("submit")}
              title={t("submitTitle")}
              body={t("submitBody")}
              run={submit}
              done={t("submitted")}
              wrongState={t("late")}
            />
          )}
          <SaveStatus state={state} />
        </div>
      </StateForm>
      {isLate ? null : <Fit values={values} call={call} leadKind={leadKind} />}
    </div>
  );
}

function Fit({
  values,
  call,
  leadKind,
}: { readonly values: ApplicationValues } & Pick<Given, "call" | "leadKind">) {
  const t = useTranslations("fund");
  return (
    <aside aria-labelledby="fit" className="lg:sticky lg:top-20 lg:self-start">
      <h2 id="fit" className="mb-3 text-lg">
        {t("form.fit")}
      </h2>
      <ul className="hairline-list text-sm">
        {fitOf(values, call, leadKind).map(({ code, isMet }) => (
          <li key={code} className="flex items-baseline justify-between gap-3 py-2">
            <span>{t(`fitOf.${code}`)}</span>
            <span className={isMet ? "text-success" : "text-danger"}>
              {t(isMet ? "form.fitOk" : "form.fitNot")}
            </span>
          </li>
        ))}
      </ul>
    </aside>
  );
}

const names = [
  ...["title", "abstract", "body", "leader", "team"],
  ...["asked", "months", "share", "partners"],
] as const;

/** What is wrong at which field: by what the server said, or for being no number. Lists are one field. */
function useFailures(values: ApplicationValues, error: unknown): Readonly<Record<string, string>> {
  const t = useTranslations("fund.form");
  const errors = useTranslations("error");
  const labels = Object.fromEntries(
    names.flatMap((name) => [
      [name, t(name)],
      [`${name}.*`, t(name)],
    ]),
  );
  labels["partners.*.share"] = t("partners");
  const said = error === null ? [] : toErrorMessage(error, labels, errors).fields;
  const fault = (field: string) => ({ field, rule: "notANumber" }) as const;
  const numbers = (["asked", "months", "share"] as const).filter((name) =>
    isNoNumber(values[name], name === "months"),
  );
  const partners = values.partners.filter(({ share }) => isNoNumber(share));
  return Object.fromEntries([
    ...said.map(({ field, text }) => [field.split(".")[0] ?? field, text] as const),
    ...numbers.map((name) => [name, toFieldMessage(fault(name), labels, errors).text] as const),
    ...partners.map(
      ({ publicId, name }) =>
        [
          publicId,
          toFieldMessage(fault(publicId), { [publicId]: t("partnerShare", { name }) }, errors).text,
        ] as const,
    ),
  ]);
}

type PartnersGiven = {
  readonly values: ApplicationValues;
  readonly failures: Readonly<Record<string, string>>;
  readonly set: (part: Partial<ApplicationValues>) => void;
};

/** Who else takes part, with its share; each agrees for itself. [FU13] */
function Partners({ values, set, failures }: PartnersGiven) {
  const t = useTranslations("fund.form");
  const { partners } = values;
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 font-medium">{t("partners")}</legend>
      <p className="text-sm text-muted">{t("partnersHelp")}</p>
      {partners.map((partner) => (
        <div key={partner.publicId} className="flex flex-wrap items-end gap-3">
          <Field
            id={`share-${partner.publicId}`}
            label={t("partnerShare", { name: partner.name })}
            error={failures[partner.publicId]}
            className="min-w-0 flex-1"
          >
            {(aria) => (
              <TextInput
                {...aria}
                inputMode="decimal"
                value={partner.share}
                onChange={({ target }) =>
                  set({
                    partners: partners.map((one) =>
                      one.publicId === partner.publicId ? withShare(one, target.value) : one,
                    ),
                  })
                }
              />
            )}
          </Field>
          <span className="pb-2 text-sm text-muted">{t(partner.agreed ? "agreed" : "waits")}</span>
          <Button
            size="sm"
            onClick={() =>
              set({ partners: partners.filter(({ publicId }) => publicId !== partner.publicId) })
            }
          >
            {t("drop")}
          </Button>
        </div>
      ))}
      <OrganizationPick
        label={t("pick")}
        onPick={({ publicId, name }) => {
          if (!partners.some((one) => one.publicId === publicId))
            set({ partners: [...partners, { publicId, name, share: "10", kept: 10, agreed: false }] });
        }}
      />
      <p className="text-sm tabular-nums">{t("sum", { sum: sharesOf(values) })}</p>
      {failures.partners ? (
        <p role="alert" className="text-sm text-danger">
          {failures.partners}
        </p>
      ) : null}
    </fieldset>
  );
}
