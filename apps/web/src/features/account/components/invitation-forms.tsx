"use client";

import { termsSchema } from "@lilink/contract";
import { Button, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { z } from "zod";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { AccountForm } from "./account-form.tsx";
import { TermsField } from "./terms-field.tsx";

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
    <form method="post" onSubmit={accept} noValidate className="flex flex-col gap-5">
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
  const t = useTranslations("auth.invitation");
  const client = useTRPCClient();
  return (
    <AccountForm
      email={email}
      label={t("newAccount")}
      make={(account) => client.invitation.join.mutate({ ...account, token })}
    />
  );
}
