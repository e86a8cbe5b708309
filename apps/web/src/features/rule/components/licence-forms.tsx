"use client";

import { formatDate } from "@lilink/i18n";
import { type LicenceKind, licenceKinds } from "@lilink/model/trace/verb";
import { Field } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { useSmallForm } from "#components/use-small-form.tsx";
import {
  OrganizationPick,
  type PickedOrganization,
} from "#features/organization/components/organization-pick.tsx";
import { organizationName } from "#features/organization/view.ts";
import { readNumber } from "#lib/form/read-number.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { LicenceRow } from "../queries.ts";

/** Notes a licence that a body holds. */
export function LicenceForm({ today }: { readonly today: string }) {
  const t = useTranslations("oversight.licence");
  const client = useTRPCClient();
  const [holder, setHolder] = useState<PickedOrganization | null>(null);
  const form = useSmallForm(
    "licence",
    { kind: "collect", from: today },
    {
      organization: t("holder"),
      kind: t("what"),
      from: t("from"),
      to: t("toOptional"),
      tonnes: t("tonnesOptional"),
    },
  );
  const { values } = form;
  const send = () =>
    void form.act(
      () =>
        client.licence.grant.mutate({
          organization: holder?.publicId ?? "",
          kind: values.kind as LicenceKind,
          from: values.from ?? "",
          ...(values.to && { to: values.to }),
          ...(values.tonnes && { tonnes: readNumber(values.tonnes) ?? Number.NaN }),
        }),
      t("granted"),
    );
  return form.frame(
    send,
    t("grantSend"),
    <>
      <Field id="licence-organization" label={t("holder")} error={form.failures.organization} required>
        {(aria) => <OrganizationPick {...aria} label={t("holder")} value={holder} onPick={setHolder} />}
      </Field>
      {form.choice(
        "kind",
        licenceKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
      )}
      {form.text("from", { type: "date", required: true })}
      {form.text("to", { type: "date" })}
      {form.text("tonnes", { decimal: true })}
    </>,
  );
}

/** Ends a licence from today on, once the officer has said so twice. */
export function EndLicence({ licence, today }: { readonly licence: LicenceRow; readonly today: string }) {
  const t = useTranslations("oversight.licence");
  const locale = useLocale();
  const client = useTRPCClient();
  const { organization, kind, from } = licence;
  return (
    <ConfirmDialog
      label={t("endNow")}
      title={t("endNow")}
      body={t("endAsks", {
        holder: organizationName(licence, locale),
        kind: t(`kind.${kind}`),
        day: formatDate(today, locale),
      })}
      run={() => client.licence.end.mutate({ organization, kind, from, to: today })}
      done={t("ended")}
    />
  );
}
