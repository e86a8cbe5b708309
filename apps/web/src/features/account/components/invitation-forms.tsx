"use client";

import { newPasswordSchema, personNameSchema } from "@lilink/contract";
import { Button, Field, TextInput, toast } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { z } from "zod";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { enter } from "../actions.ts";
import { NewPasswordField } from "./new-password-field.tsx";
import { TokenButton } from "./token-button.tsx";

const joinSchema = z.object({ name: personNameSchema, password: newPasswordSchema });

type InvitationProps = { readonly token: string; readonly organization: string };

/** For whoever is signed in under the invited address. */
export function AcceptButton({ token, organization }: InvitationProps) {
  const t = useTranslations("auth.invitation");
  const client = useTRPCClient();
  const router = useRouter();
  const accept = async () => {
    await client.invitation.accept.mutate({ token });
    toast({ title: t("joined", { organization }), tone: "success" });
    router.replace("/desk");
    router.refresh();
  };
  return <TokenButton label={t("accept")} spend={accept} />;
}

/** For an invited stranger: an account and the membership in one step. */
export function JoinForm({ token, email }: { readonly token: string; readonly email: string }) {
  const t = useTranslations("auth");
  const locale = useLocale();
  const client = useTRPCClient();
  const form = useFaultForm({
    schema: joinSchema,
    defaultValues: { name: "", password: "" },
    labels: { name: t("field.name"), password: t("field.password"), email: t("field.email") },
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
      <Button type="submit" variant="accent" pending={form.pending} className="self-start">
        {t("invitation.newAccount")}
      </Button>
    </form>
  );
}
