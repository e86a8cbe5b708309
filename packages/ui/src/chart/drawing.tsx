import { cn } from "../class-name.ts";

export type DrawingProps = { readonly svg: string; readonly className?: string };

/** A finished drawing, in which each text is escaped. It is silent: what it shows is said beside it. */
export function Drawing({ svg, className }: DrawingProps) {
  return <span aria-hidden className={cn("shrink-0", className)} dangerouslySetInnerHTML={{ __html: svg }} />;
}
