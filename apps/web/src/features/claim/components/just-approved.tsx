import { formatDate } from "@lilink/i18n";
import { NoticeBox } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { organizationName } from "#features/organization/view.ts";
import type { Claim } from "./claim-facts.tsx";
import { UndoClaim } from "./undo-claim.tsx";

/** Approvals that can still be undone, above the queue that they have left. [OR16] */
export function JustApproved({ claims }: { readonly claims: readonly Claim[] }) {
  const t = useTranslations("organization.review");
  const locale = useLocale();
  const open = claims.flatMap((claim) =>
    claim.undoableUntil ? [{ claim, until: claim.undoableUntil }] : [],
  );
  if (open.length === 0) return null;
  return (
    <NoticeBox className="mb-6">
      <ul className="flex flex-col gap-2">
        {open.map(({ claim, until }) => {
          const name = organizationName(claim.organization, locale);
          return (
            <li key={claim.publicId} className="flex flex-wrap items-center gap-3">
              {t("undoUntil", { name, time: formatDate(until, locale, "time") })}
              <UndoClaim claim={claim.publicId} name={name} />
            </li>
          );
        })}
      </ul>
    </NoticeBox>
  );
}
