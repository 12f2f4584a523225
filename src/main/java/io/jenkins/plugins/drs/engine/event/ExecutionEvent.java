package io.jenkins.plugins.drs.engine.event;

/** One fact of an execution, true from the moment it is journalled. */
public sealed interface ExecutionEvent
        permits LifecycleEvent,
                PreflightEvent,
                WaveEvent,
                ActionEvent,
                LaunchEvent,
                ServerEvent,
                CleanupEvent,
                CallEvent {}
