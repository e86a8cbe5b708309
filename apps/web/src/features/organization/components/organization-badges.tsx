import type { OrganizationKind, OrganizationStatus } from "@lilink/model/organization";
import { Badge } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { statusTone } from "../view.ts";

type BadgesProps = {
  readonly organization: {
    readonly kind: OrganizationKind;
    readonly status: OrganizationStatus;
    readonly fictional?: boolean;
  };
};

/** Kind and status in one glance. */
export function OrganizationBadges({ organization }: BadgesProps) {
  const t = useTranslations("organization");
  return (
    <span className="inline-flex flex-wrap gap-1.5">
      <Badge>{t(`kind.${organization.kind}`)}</Badge>
      <StatusBadge status={organization.status} />
    </span>
  );
}

export function StatusBadge({ status }: { readonly status: OrganizationStatus }) {
  const t = useTranslations("organization.status");
  return <Badge tone={statusTone(status)}>{t(status)}</Badge>;
}
