"use client";

import { formatDate } from "@lilink/i18n";
import { useLocale, useTranslations } from "next-intl";
import { ConfirmDialog } from "#components/confirm-dialog.tsx";
import { organizationName } from "#features/organization/view.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { MergeRequest } from "../queries.ts";

/** A request for the consent of both that stands, for officers: who signed, and dropping it. [BD8] */
export function PairRequest({ request }: { readonly request: MergeRequest }) {
  const t = useTranslations("body.consent");
  const locale = useLocale();
  const client = useTRPCClient();
  const { publicId, dueAt } = request;
  const sides = [request.merged, request.into];
  const [merged, into] = sides.map((side) => organizationName(side, locale)) as [string, string];
  return (
    <div className="flex flex-col items-start gap-2">
      <p>{t("asked", { merged, into, date: formatDate(dueAt, locale) })}</p>
      <ul className="list-disc pl-5">
        {sides.map((side) => (
          <li key={side.publicId}>
            {t(side.signed ? "signedBy" : "waitsFor", { name: organizationName(side, locale) })}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        label={t("drop")}
        title={t("dropTitle")}
        body={t("dropBody")}
        run={() => client.body.dropMerge.mutate({ publicId })}
        done={t("dropped")}
      />
    </div>
  );
}
