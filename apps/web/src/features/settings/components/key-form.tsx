"use client";

import { keyCreateSchema } from "@lilink/contract";
import type { ApiScope } from "@lilink/model/policy";
import { Button, Checkbox, Field, FieldError, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { OnceBox } from "./once-box.tsx";

/** Makes a key and shows it this once. */
export function KeyForm({ scopes }: { readonly scopes: readonly ApiScope[] }) {
  const t = useTranslations("settings.keys");
  const common = useTranslations("common");
  const client = useTRPCClient();
  const router = useRouter();
  const [made, setMade] = useState<string | null>(null);
  const form = useFaultForm({
    schema: keyCreateSchema,
    defaultValues: { name: "", scopes: [], expiresOn: null },
    labels: { name: t("name"), scopes: t("scopes"), expiresOn: t("expiresOn") },
  });
  const create = form.submit(async (values) => {
    const { key } = await client.key.create.mutate(values);
    setMade(key);
    form.reset();
    router.refresh();
  });
  const scopesError = form.errorOf("scopes");
  return (
    <form method="post" onSubmit={create} noValidate className="flex max-w-xl flex-col gap-5">
      {made ? <OnceBox title={t("createdTitle")} lead={t("once")} secret={made} /> : null}
      <FormErrors form={form} />
      <Field
        id={form.idOf("name")}
        label={t("name")}
        help={t("nameHelp")}
        error={form.errorOf("name")}
        required
      >
        {(aria) => <TextInput {...aria} {...form.register("name")} autoComplete="off" />}
      </Field>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 font-medium">{t("scopes")}</legend>
        {scopesError ? <FieldError id={`${form.idOf("scopes")}-error`}>{scopesError}</FieldError> : null}
        {scopes.map((scope, at) => (
          <Checkbox
            key={scope}
            id={at === 0 ? form.idOf("scopes") : form.idOf(`scopes-${scope}`)}
            value={scope}
            label={t(`scope.${scope}`)}
            help={<code className="font-mono">{scope}</code>}
            {...form.register("scopes")}
          />
        ))}
      </fieldset>
      <Field
        id={form.idOf("expiresOn")}
        label={t("expiresOn")}
        help={t("expiresHelp")}
        optional={common("state.optional")}
        error={form.errorOf("expiresOn")}
      >
        {(aria) => (
          <TextInput
            {...aria}
            {...form.register("expiresOn", { setValueAs: (value) => value || null })}
            type="date"
            className="max-w-48"
          />
        )}
      </Field>
      <Button type="submit" variant="accent" pending={form.pending} className="self-start">
        {t("create")}
      </Button>
    </form>
  );
}
