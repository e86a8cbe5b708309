import { answerTasks } from "@lilink/documents/thread";
import { protectHere } from "@lilink/services/protect";

// A thread that protects tables; it has no database and no configuration.
answerTasks(protectHere);
