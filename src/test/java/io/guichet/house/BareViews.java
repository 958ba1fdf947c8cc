package io.guichet.house;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URL;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ResourceBundle;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import org.jspecify.annotations.Nullable;

/// Loads views with controllers that were never constructed: enough to see that every class, property, text, `fx:id` and
/// handler that a view names is there, without building what the controller works with.
final class BareViews {

    private final ResourceBundle texts;

    BareViews(ResourceBundle texts) {
        this.texts = texts;
    }

    /// What keeps this view from loading; on the JavaFX thread.
    List<String> problems(URL view) {
        List<Object> controllers = new ArrayList<>();
        FXMLLoader loader = new FXMLLoader(view, texts);
        loader.setControllerFactory(type -> {
            Object controller = allocate(type);
            controllers.add(controller);
            return controller;
        });
        try {
            loader.load();
        } catch (IOException | RuntimeException broken) {
            // Where the controller begins to work, everything in the view was found; a bare one cannot go on.
            if (controllers.stream().noneMatch(controller -> isFromInitialize(broken, controller.getClass()))) {
                return List.of(view.getPath() + " does not load: " + rootOf(broken));
            }
        }
        return controllers.stream().flatMap(controller -> emptyFields(view, controller).stream()).toList();
    }

    private static List<String> emptyFields(URL view, Object controller) {
        List<String> empty = new ArrayList<>();
        for (Field field : controller.getClass().getDeclaredFields()) {
            if (field.isAnnotationPresent(FXML.class)) {
                field.setAccessible(true);
                try {
                    if (field.get(controller) == null) {
                        empty.add(view.getPath() + " has no fx:id=\"" + field.getName() + "\", which "
                                + controller.getClass().getSimpleName() + " wants");
                    }
                } catch (IllegalAccessException closed) {
                    throw new IllegalStateException(closed);
                }
            }
        }
        return empty;
    }

    private static boolean isFromInitialize(Throwable broken, Class<?> controller) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (Arrays.stream(cause.getStackTrace()).anyMatch(frame ->
                    frame.getClassName().equals(controller.getName()) && frame.getMethodName().equals("initialize"))) {
                return true;
            }
        }
        return false;
    }

    private static Throwable rootOf(Throwable broken) {
        @Nullable Throwable cause = broken.getCause();
        return cause == null ? broken : rootOf(cause);
    }

    /// An object whose constructor never ran. By name, because the compiler warns of this class without a way to say that
    /// it is meant.
    private static Object allocate(Class<?> type) {
        try {
            Class<?> factories = Class.forName("sun.reflect.ReflectionFactory");
            Object factory = factories.getMethod("getReflectionFactory").invoke(null);
            Method method = factories.getMethod("newConstructorForSerialization", Class.class, Constructor.class);
            Constructor<?> constructor = (Constructor<?>) method.invoke(factory, type, Object.class.getConstructor());
            return constructor.newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
