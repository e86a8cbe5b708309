"use client";

import { newPasswordSchema, personNameSchema, termsSchema } from "@lilink/contract";
import { Button, Field, TextInput, toast } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { z } from "zod";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { enter } from "../actions.ts";
import { NewPasswordField } from "./new-password-field.tsx";
import { TermsField } from "./terms-field.tsx";

const joinSchema = z.object({ name: personNameSchema, password: newPasswordSchema, terms: termsSchema });
const acceptSchema = z.object({ terms: termsSchema });

type InvitationProps = { readonly token: string; readonly organization: string };

/** For whoever is signed in under the invited address. */
export function AcceptButton({ token, organization }: InvitationProps) {
  const t = useTranslations("auth");
  const client = useTRPCClient();
  const router = useRouter();
  const form = useFaultForm({
    schema: acceptSchema,
    defaultValues: { terms: "" },
    labels: { terms: t("terms.label") },
  });
  const accept = form.submit(async ({ terms }) => {
    await client.invitation.accept.mutate({ token, terms });
    toast({ title: t("invitation.joined", { organization }), tone: "success" });
    router.replace("/desk");
    router.refresh();
  });
  return (
    <form onSubmit={accept} noValidate className="flex flex-col gap-5">
      <FormErrors form={form} />
      <TermsField id={form.idOf("terms")} error={form.errorOf("terms")} input={form.register("terms")} />
      <Button type="submit" variant="accent" pending={form.pending} className="self-start">
        {t("invitation.accept")}
      </Button>
    </form>
  );
}

/** For an invited stranger: an account and the membership in one step. */
export function JoinForm({ token, email }: { readonly token: string; readonly email: string }) {
  const t = useTranslations("auth");
  const locale = useLocale();
  const client = useTRPCClient();
  const form = useFaultForm({
    schema: joinSchema,
    defaultValues: { name: "", password: "", terms: "" },
    labels: {
      name: t("field.name"),
      password: t("field.password"),
      email: t("field.email"),
      terms: t("terms.label"),
    },
  });
  const join = form.submit(async (values) => {
    await client.invitation.join.mutate({ ...values, token, locale });
    await enter(email, values.password, "/desk");
  });
  return (
    <form onSubmit={join} noValidate className="flex flex-col gap-5">
      <FormErrors form={form} />
      <Field id={form.idOf("name")} label={t("field.name")} error={form.errorOf("name")} required>
        {(aria) => <TextInput {...aria} {...form.register("name")} autoComplete="name" />}
      </Field>
      <NewPasswordField
        id={form.idOf("password")}
        label={t("field.password")}
        error={form.errorOf("password")}
        input={form.register("password")}
      />
      <TermsField id={form.idOf("terms")} error={form.errorOf("terms")} input={form.register("terms")} />
      <Button type="submit" variant="accent" pending={form.pending} className="self-start">
        {t("invitation.newAccount")}
      </Button>
    </form>
  );
}
