import { cn } from "../class-name.ts";

/** A grey block of the true shape. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <div aria-hidden className={cn("h-4 animate-pulse rounded-sm bg-sunken", className)} />;
}

export type PageSkeletonProps = { readonly label: string; readonly rows?: number };

/** A page of a head and dense rows, while its data is on the way. */
export function PageSkeleton({ label, rows = 8 }: PageSkeletonProps) {
  return (
    <div role="status" aria-label={label} className="flex flex-col gap-6">
      <div className="flex flex-col gap-3">
        <Skeleton className="h-7 w-56" />
        <Skeleton className="w-80 max-w-full" />
      </div>
      <div className="hairline-list border-y border-line">
        {Array.from({ length: rows }, (_, index) => `row-${index}`).map((key) => (
          <div key={key} className="flex h-10 items-center gap-6">
            <Skeleton className="w-1/3" />
            <Skeleton className="w-1/6" />
            <Skeleton className="ml-auto w-1/6" />
          </div>
        ))}
      </div>
    </div>
  );
}
