"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import {
  OrganizationPick,
  type PickedOrganization,
} from "#features/organization/components/organization-pick.tsx";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { ReasonForm } from "./reason-form.tsx";

const minutes = 30;

/** Opens one organization for half an hour; its administrators are told at once. */
export function EmergencyForm() {
  const t = useTranslations("operation");
  const client = useTRPCClient();
  const router = useRouter();
  const [picked, setPicked] = useState<PickedOrganization | null>(null);
  const open = async (reason: string) => {
    const organization = picked?.publicId ?? "";
    const { publicId } = await client.emergency.open.mutate({ organization, reason, minutes });
    setPicked(null);
    router.push(`/operations?emergency=${publicId}`);
  };
  return (
    <ReasonForm
      id="emergency"
      label={t("organization")}
      choice={(aria) => (
        <OrganizationPick {...aria} label={t("emergency.pick")} value={picked} onPick={setPicked} />
      )}
      submit={t("emergency.open")}
      done={t("emergency.opened")}
      run={(_filled, reason) => open(reason)}
    />
  );
}
