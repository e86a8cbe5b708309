import type { Locale } from "@lilink/i18n";
import type { SessionLimit } from "@lilink/model/identity";
import type {
  OrganizationDuty,
  OrganizationKind,
  OrganizationRole,
  OrganizationStatus,
} from "@lilink/model/organization";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import { redirect } from "./i18n/navigation.ts";
import { auth } from "./runtime.ts";
import { caller } from "./trpc/server.ts";

export type ViewerOrganization = {
  readonly publicId: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly status: OrganizationStatus;
  readonly role: OrganizationRole;
  readonly verified: boolean;
  readonly duties: readonly OrganizationDuty[];
};

/** Who looks at the page: a person, the organization acted for, and those that could be acted for. */
export type Viewer = {
  /** The person's public id. */
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly locale: Locale;
  readonly organization: ViewerOrganization | null;
  readonly organizations: readonly ViewerOrganization[];
  readonly unreadNotices: number;
  /** Whether keys without a modifier lead somewhere. */
  readonly singleKeys: boolean;
  /** What has to be mended before this session acts for an organization. */
  readonly limited: SessionLimit | null;
};

/** The viewer of this request, or null for a visitor. Asked once a request, however often it is called. */
export const findViewer: () => Promise<Viewer | null> = cache(async () => {
  const [locale, api] = await Promise.all([getLocale(), caller()]);
  const found = await api.viewer.load();
  if (!found) return null;
  const toOrganization = (one: (typeof found.organizations)[number]): ViewerOrganization => ({
    publicId: one.publicId,
    name: locale === "en" ? (one.nameEn ?? one.nameZh) : one.nameZh,
    kind: one.kind,
    status: one.status,
    role: one.role,
    verified: one.verified,
    duties: one.duties,
  });
  return {
    personId: found.publicId,
    name: found.name,
    email: found.email,
    locale: found.locale === "en" ? "en" : "zh-CN",
    organization: found.organization ? toOrganization(found.organization) : null,
    organizations: found.organizations.map(toOrganization),
    unreadNotices: found.unreadNotices,
    singleKeys: found.singleKeys,
    limited: found.limited,
  };
});

/** Whether the request names a session, which may have ended: enough to ask for more at once, not to show anything. */
export async function isSignedIn(): Promise<boolean> {
  return (await auth.sessionPrincipal()).kind === "session";
}

/** The viewer of a page that is not for visitors; a visitor signs in first and comes back to `path`. */
export async function requireViewer(path: string): Promise<Viewer> {
  const viewer = await findViewer();
  if (viewer) return viewer;
  return redirect({ href: { pathname: "/signin", query: { next: path } }, locale: await getLocale() });
}

/** The viewer together with the organization acted for; whoever has none is led to the directory. */
export async function requireMember(
  path: string,
): Promise<Viewer & { readonly organization: ViewerOrganization }> {
  const viewer = await requireViewer(path);
  if (viewer.organization) return { ...viewer, organization: viewer.organization };
  const href = viewer.limited ? "/settings/security" : "/organizations";
  return redirect({ href, locale: await getLocale() });
}
