"use client";

import { nameAdviserSchema } from "@lilink/contract";
import { engagementScopes } from "@lilink/model/engagement";
import { Button, Checkbox, Field, FieldError, TextArea, TextInput, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormErrors } from "#components/form-errors.tsx";
import {
  OrganizationPick,
  type PickedOrganization,
} from "#features/organization/components/organization-pick.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Names an adviser: whom, for what, from when until when, and why. [AV1] */
export function NameForm({ today, until }: { readonly today: string; readonly until: string }) {
  const t = useTranslations("engagement");
  const client = useTRPCClient();
  const router = useRouter();
  const [picked, setPicked] = useState<PickedOrganization | null>(null);
  const form = useFaultForm({
    schema: nameAdviserSchema,
    defaultValues: { organization: "", email: "", scopes: [], fromOn: today, untilOn: until, reason: "" },
    labels: {
      organization: t("name.organization"),
      email: t("name.email"),
      scopes: t("name.scopes"),
      fromOn: t("name.fromOn"),
      untilOn: t("name.untilOn"),
      reason: t("name.reason"),
    },
  });
  const send = form.submit(async (values) => {
    await client.engagement.name.mutate(values);
    form.reset();
    setPicked(null);
    toast({ tone: "success", title: t("name.sent") });
    router.refresh();
  });
  const scopesError = form.errorOf("scopes");
  return (
    <form method="post" onSubmit={send} noValidate className="flex max-w-xl flex-col gap-5">
      <FormErrors form={form} />
      <Field
        id={form.idOf("organization")}
        label={t("name.organization")}
        error={form.errorOf("organization")}
        required
      >
        {(aria) => (
          <OrganizationPick
            {...aria}
            label={t("name.organization")}
            value={picked}
            onPick={(one) => {
              setPicked(one);
              form.setValue("organization", one.publicId);
            }}
          />
        )}
      </Field>
      <Field id={form.idOf("email")} label={t("name.email")} error={form.errorOf("email")} required>
        {(aria) => <TextInput {...aria} {...form.register("email")} type="email" autoComplete="off" />}
      </Field>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 font-medium">{t("name.scopes")}</legend>
        {scopesError ? <FieldError id={`${form.idOf("scopes")}-error`}>{scopesError}</FieldError> : null}
        {engagementScopes.map((scope, at) => (
          <Checkbox
            key={scope}
            id={at === 0 ? form.idOf("scopes") : form.idOf(`scopes-${scope}`)}
            value={scope}
            label={t(`scope.${scope}`)}
            help={t(`scopeHelp.${scope}`)}
            {...form.register("scopes")}
          />
        ))}
      </fieldset>
      <div className="flex flex-wrap gap-x-6 gap-y-5">
        {(["fromOn", "untilOn"] as const).map((name) => (
          <Field
            key={name}
            id={form.idOf(name)}
            label={t(`name.${name}`)}
            error={form.errorOf(name)}
            required
          >
            {(aria) => <TextInput {...aria} {...form.register(name)} type="date" className="max-w-48" />}
          </Field>
        ))}
      </div>
      <Field
        id={form.idOf("reason")}
        label={t("name.reason")}
        help={t("name.reasonHelp")}
        error={form.errorOf("reason")}
        required
      >
        {(aria) => <TextArea {...aria} rows={3} {...form.register("reason")} />}
      </Field>
      <Button type="submit" variant="accent" pending={form.pending} className="self-start">
        {t("name.send")}
      </Button>
    </form>
  );
}
