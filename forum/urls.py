"""The forum’s addresses, under /forum/."""

from django.urls import path

from forum.views import posts, spaces, threads

app_name = "forum"

urlpatterns = [
    path("", spaces.index, name="index"),
    path("fil/apercu/", threads.preview, name="preview"),
    path("m/<int:pk>/", posts.permalink, name="permalink"),
    path("m/<int:pk>/modifier/", posts.edit, name="edit"),
    path("m/<int:pk>/animer/", posts.moderate, name="moderate_post"),
    path("m/<int:pk>/retenir/", posts.accept, name="accept"),
    path("fil/<int:pk>/repondre/", threads.reply, name="reply"),
    path("fil/<int:pk>/suivre/", threads.follow, name="follow"),
    path("fil/<int:pk>/animer/", threads.moderate, name="moderate"),
    path("<slug:slug>/", spaces.space, name="space"),
    path("<slug:slug>/nouveau/", threads.start, name="start"),
    path("<slug:space>/<int:pk>-<slug:slug>/", threads.thread, name="thread"),
]
