import type { OrganizationDuty, OrganizationKind, OrganizationRole } from "@lilink/model/organization";
import { cache } from "react";

export type ViewerOrganization = {
  readonly publicId: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly role: OrganizationRole;
  readonly verified: boolean;
  readonly duties: readonly OrganizationDuty[];
};

/** Who looks at the page: a person, the organization acted for, and those that could be acted for. */
export type Viewer = {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly organization: ViewerOrganization | null;
  readonly organizations: readonly ViewerOrganization[];
  readonly unreadNotices: number;
};

/** The viewer of this request, or null for a visitor. Asked once a request, however often it is called. */
export const findViewer: () => Promise<Viewer | null> = cache(async () => null);
