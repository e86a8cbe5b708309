export { answerTasks } from "./answer-tasks.ts";
export { openThreadPool, TaskError, type ThreadAnswer, type ThreadPool } from "./thread-pool.ts";
