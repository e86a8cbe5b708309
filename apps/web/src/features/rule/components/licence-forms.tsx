"use client";

import { type LicenceKind, licenceKinds } from "@lilink/model/trace/verb";
import { Button, Field } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSmallForm } from "#components/use-small-form.tsx";
import {
  OrganizationPick,
  type PickedOrganization,
} from "#features/organization/components/organization-pick.tsx";
import { readNumber } from "#lib/form/read-number.ts";
import { useAct } from "#lib/form/use-act.ts";
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

/** Ends a licence from today on. */
export function EndLicence({ licence, today }: { readonly licence: LicenceRow; readonly today: string }) {
  const t = useTranslations("oversight.licence");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const { organization, kind, from } = licence;
  return (
    <Button
      pending={pending}
      onClick={() =>
        void act(() => client.licence.end.mutate({ organization, kind, from, to: today }), t("ended"))
      }
    >
      {t("endNow")}
    </Button>
  );
}
