// Compile-time signatures of guava, without behaviour; see docs/building.md.
package com.google.common.util.concurrent;

public interface FutureCallback<V> {
    void onFailure(Throwable t);
}
