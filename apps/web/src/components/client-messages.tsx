import { loadMessages, type Namespace } from "@lilink/i18n";
import { NextIntlClientProvider } from "next-intl";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";

/** What every client component may use; further namespaces are sent only where a page asks for them. */
const everywhere = ["common", "error", "failed", "unit"] as const satisfies readonly Namespace[];

export type ClientMessagesProps = {
  readonly namespaces?: readonly Namespace[];
  readonly children: ReactNode;
};

/** Sends texts to the client components inside: the shared ones and the named namespaces. */
export async function ClientMessages({ namespaces = [], children }: ClientMessagesProps) {
  const locale = await getLocale();
  const messages = loadMessages(locale, [...everywhere, ...namespaces]);
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
