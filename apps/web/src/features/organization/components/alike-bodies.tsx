import type { AppRouter } from "@lilink/api";
import type { inferRouterOutputs } from "@trpc/server";
import { useLocale } from "next-intl";
import { TextLink } from "#components/button-link.tsx";
import { OwnWords } from "#components/own-words.tsx";
import { organizationName } from "../view.ts";
import { StatusBadge } from "./organization-badges.tsx";

export type AlikeBody = inferRouterOutputs<AppRouter>["organization"]["alike"][number];

/** Bodies that go by a name that another is taken for, each with its status and its page. */
export function AlikeBodies({ bodies }: { readonly bodies: readonly AlikeBody[] }) {
  const locale = useLocale();
  return (
    <ul>
      {bodies.map((body) => (
        <li key={body.publicId} className="flex flex-wrap items-center gap-2">
          <TextLink href={`/organizations/${body.publicId}`}>
            <OwnWords whole>{organizationName(body, locale)}</OwnWords>
          </TextLink>
          <StatusBadge status={body.status} />
        </li>
      ))}
    </ul>
  );
}
