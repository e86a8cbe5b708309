"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { ReasonForm } from "./reason-form.tsx";

const minutes = 30;

/** Opens one organization for half an hour; its administrators are told at once. */
export function EmergencyForm({
  organizations,
}: {
  readonly organizations: readonly { readonly value: string; readonly label: string }[];
}) {
  const t = useTranslations("operation.emergency");
  const client = useTRPCClient();
  const router = useRouter();
  const open = async (organization: string, reason: string) => {
    const { publicId } = await client.emergency.open.mutate({ organization, reason, minutes });
    router.push(`/operations?emergency=${publicId}`);
  };
  return (
    <ReasonForm
      id="emergency"
      choiceLabel={t("organization")}
      choices={organizations}
      submit={t("open")}
      done={t("opened")}
      run={open}
    />
  );
}
