import { type ButtonVariants, buttonClass, cn } from "@lilink/ui";
import type { ComponentProps } from "react";
import { Link } from "#lib/i18n/navigation.ts";

/** A routed link that looks like a button. */
export function ButtonLink({
  variant,
  size,
  className,
  ...rest
}: ComponentProps<typeof Link> & ButtonVariants) {
  return <Link className={cn(buttonClass({ variant, size }), "no-underline", className)} {...rest} />;
}

/** A routed link in running text. */
export function TextLink({ className, ...rest }: ComponentProps<typeof Link>) {
  return <Link className={cn("text-link", className)} {...rest} />;
}
