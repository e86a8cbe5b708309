"use client";

import { type AccountAct, accountActs } from "@lilink/contract";
import { Select } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { ReasonForm } from "./reason-form.tsx";

/** What the security administrator does to the account that was found. */
export function AccountForm({ publicId, locked }: { readonly publicId: string; readonly locked: boolean }) {
  const t = useTranslations("operation.account");
  const client = useTRPCClient();
  const acts = accountActs.filter((act) => (locked ? act !== "lock" : act !== "unlock"));
  return (
    <ReasonForm
      id="account"
      label={t("act")}
      choice={(aria) => (
        <Select
          {...aria}
          name="act"
          placeholder={t("choose")}
          options={acts.map((act) => ({ value: act, label: t(`acts.${act}`) }))}
        />
      )}
      submit={t("submit")}
      done={t("done")}
      run={(filled, reason) =>
        client.account.manage.mutate({ publicId, act: filled.get("act") as AccountAct, reason })
      }
    />
  );
}
